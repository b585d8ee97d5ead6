// What the module map of Swift's Glibc leaves out or cannot say: extents of files, locks of open files, kinds of file systems.
#include <dirent.h>
#include <fcntl.h>
#include <linux/fiemap.h>
#include <linux/fs.h>
#include <stdint.h>
#include <string.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/vfs.h>

// O_NOATIME is there for _GNU_SOURCE only.
enum { open_without_access_time = __O_NOATIME };

struct file_extent {
  uint64_t logical, physical, length;
  uint32_t flags;
};

// The extents of an open file from an offset on; -1 where the file system does not tell. `struct fiemap` ends in an array without a
// length, which Swift does not import.
static inline int file_extents(int descriptor, uint64_t start, struct file_extent *extents, int capacity) {
  union {
    struct fiemap map;
    char bytes[sizeof(struct fiemap) + 32 * sizeof(struct fiemap_extent)];
  } request;
  memset(&request, 0, sizeof request);
  request.map.fm_start = start;
  request.map.fm_length = FIEMAP_MAX_OFFSET - start;
  request.map.fm_extent_count = capacity < 32 ? capacity : 32;
  if (ioctl(descriptor, FS_IOC_FIEMAP, &request.map) != 0) return -1;
  for (uint32_t index = 0; index < request.map.fm_mapped_extents; index++) {
    const struct fiemap_extent *extent = &request.map.fm_extents[index];
    extents[index] = (struct file_extent){extent->fe_logical, extent->fe_physical, extent->fe_length, extent->fe_flags};
  }
  return (int)request.map.fm_mapped_extents;
}

// `flock` is a type and a function in C; Swift takes the name for the type.
static inline int lock_file(int descriptor, int operation) { return flock(descriptor, operation); }

static inline const char *entry_name(const struct dirent *entry) { return entry->d_name; }

// The kind of the file system (f_type of statfs(2)), 0 where it cannot be told.
static inline uint64_t file_system_kind(int descriptor) {
  struct statfs status;
  return fstatfs(descriptor, &status) == 0 ? (uint64_t)(uint32_t)status.f_type : 0;
}
