// What the worker uses of libarchive: reading archives, one entry after the other.
#include <archive.h>
#include <archive_entry.h>
#include <sys/stat.h>

// Swift does not see AE_IFREG, which is a cast: whether an entry is a regular file with contents of its own.
static inline int rpmscope_entry_is_file(struct archive_entry *entry) {
  return archive_entry_filetype(entry) == AE_IFREG && archive_entry_hardlink(entry) == NULL;
}
