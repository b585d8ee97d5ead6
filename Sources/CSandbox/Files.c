// open, fopen, opendir and glob that give out regular files below allowed folders only, once the process is locked in.
//
// Landlock says the same in the kernel, where there is one; it cannot tell a FIFO from a file, and opening a FIFO blocks.
#define _GNU_SOURCE
#include "CSandbox.h"
#include "Internal.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <glob.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static bool is_restricted;
/// Canonical paths, ended by NULL; the first is the spec's folder.
static char **allowed;

void rpmscope_restrict_files(const char *const *readable, const char *source_directory) {
  size_t count = 0;
  while (readable[count]) count++;
  is_restricted = true;
  allowed = calloc(count + 2, sizeof *allowed);
  if (allowed == NULL) return;
  // An empty entry matches nothing: the first place is always the spec's folder's.
  char *source = realpath(source_directory, NULL);
  allowed[0] = source ? source : strdup("");
  size_t used = 1;
  for (size_t index = 0; index < count; index++) {
    char *path = strdup(readable[index]);
    if (path) allowed[used++] = path;
  }
}

/// What of `path` follows `folder` and its slash; NULL when it does not lie below it. "" for the folder itself.
static const char *below(const char *path, const char *folder) {
  size_t length = strlen(folder);
  if (length == 0 || strncmp(path, folder, length) != 0) return NULL;
  if (folder[length - 1] == '/') return path + length;
  if (path[length] == '/') return path + length + 1;
  return path[length] == 0 ? path + length : NULL;
}

static bool is_allowed(const char *path) {
  if (allowed == NULL || allowed[0] == NULL) return false;
  for (char **folder = allowed + 1; *folder; folder++)
    if (below(path, *folder)) return true;
  const char *rest = below(path, allowed[0]);
  return rest && rest[0] != '.' && strstr(rest, "/.") == NULL;
}

/// 0, or -1 with errno when `path` must not be read.
static int check(const char *path, bool folder) {
  char resolved[PATH_MAX];
  struct stat status;
  if (realpath(path, resolved) == NULL || stat(resolved, &status) != 0) return -1;
  if (is_allowed(resolved) && (S_ISDIR(status.st_mode) || (!folder && S_ISREG(status.st_mode)))) return 0;
  errno = EACCES;
  return -1;
}

static int open_at(int folder, const char *path, int flags, mode_t mode) {
  return (int)syscall(SYS_openat, folder, path, flags, mode);
}

/// Opens a file for reading, or fails: for writing, elsewhere, or when it is not a regular file.
static int open_restricted(const char *path, int flags) {
  if ((flags & (O_ACCMODE | O_CREAT | O_TRUNC | O_TMPFILE)) & ~O_DIRECTORY) {
    errno = EACCES;
    return -1;
  }
  if (check(path, false) != 0) return -1;
  // Checked again on the descriptor, as the path may have changed; until then nothing may block.
  int descriptor = open_at(AT_FDCWD, path, flags | O_NONBLOCK, 0);
  if (descriptor < 0) return -1;
  struct stat status;
  if (fstat(descriptor, &status) != 0 || !(S_ISREG(status.st_mode) || S_ISDIR(status.st_mode))) {
    close(descriptor);
    errno = EACCES;
    return -1;
  }
  if (!(flags & O_NONBLOCK)) fcntl(descriptor, F_SETFL, flags & ~O_NONBLOCK);
  return descriptor;
}

#define MODE_ARGUMENT(flags, mode) \
  mode_t mode = 0; \
  if (flags & (O_CREAT | __O_TMPFILE)) { \
    va_list arguments; \
    va_start(arguments, flags); \
    mode = va_arg(arguments, mode_t); \
    va_end(arguments); \
  }

REPLACES_LIBC int open(const char *path, int flags, ...) {
  MODE_ARGUMENT(flags, mode)
  return is_restricted ? open_restricted(path, flags) : open_at(AT_FDCWD, path, flags, mode);
}

REPLACES_LIBC int open64(const char *path, int flags, ...) {
  MODE_ARGUMENT(flags, mode)
  return is_restricted ? open_restricted(path, flags) : open_at(AT_FDCWD, path, flags, mode);
}

static FILE *fopen_restricted(const char *path, const char *mode) {
  if (mode[0] != 'r' || strchr(mode, '+')) {
    errno = EACCES;
    return NULL;
  }
  int descriptor = open_restricted(path, O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return NULL;
  FILE *stream = fdopen(descriptor, "r");
  if (stream == NULL) close(descriptor);
  return stream;
}

REPLACES_LIBC FILE *fopen(const char *path, const char *mode) {
  if (rpmscope_is_virtual_file(path)) return rpmscope_open_virtual_file(mode);
  if (is_restricted) return fopen_restricted(path, mode);
  __typeof__(&fopen) libc_fopen = LIBC(fopen);
  return libc_fopen ? libc_fopen(path, mode) : NULL;
}

REPLACES_LIBC FILE *fopen64(const char *path, const char *mode) {
  if (rpmscope_is_virtual_file(path)) return rpmscope_open_virtual_file(mode);
  if (is_restricted) return fopen_restricted(path, mode);
  __typeof__(&fopen64) libc_fopen = LIBC(fopen64);
  return libc_fopen ? libc_fopen(path, mode) : NULL;
}

/// Whether a stream may be opened again as `path`; Lua does that to read a compiled chunk.
static bool may_reopen(const char *path, const char *mode) {
  if (!is_restricted) return true;
  if (path && mode[0] == 'r' && strchr(mode, '+') == NULL && check(path, false) == 0) return true;
  errno = EACCES;
  return false;
}

REPLACES_LIBC FILE *freopen(const char *path, const char *mode, FILE *stream) {
  __typeof__(&freopen) libc_freopen = LIBC(freopen);
  if (libc_freopen && may_reopen(path, mode)) return libc_freopen(path, mode, stream);
  fclose(stream);
  return NULL;
}

REPLACES_LIBC FILE *freopen64(const char *path, const char *mode, FILE *stream) {
  __typeof__(&freopen64) libc_freopen = LIBC(freopen64);
  if (libc_freopen && may_reopen(path, mode)) return libc_freopen(path, mode, stream);
  fclose(stream);
  return NULL;
}

REPLACES_LIBC DIR *opendir(const char *path) {
  __typeof__(&opendir) libc_opendir = LIBC(opendir);
  if (libc_opendir == NULL || (is_restricted && check(path, true) != 0)) return NULL;
  return libc_opendir(path);
}

// librpm since 4.20 leaves Lua's rpm.glob and its own lists of files to libc, which opens folders without asking opendir.

static void *glob_open(const char *path) { return opendir(path); }
static struct dirent *glob_read(void *folder) { return readdir(folder); }
static struct dirent64 *glob_read64(void *folder) { return readdir64(folder); }
static void glob_close(void *folder) { closedir(folder); }
static int glob_lstat(const char *path, struct stat *status) { return lstat(path, status); }
static int glob_stat(const char *path, struct stat *status) { return stat(path, status); }
static int glob_lstat64(const char *path, struct stat64 *status) { return lstat64(path, status); }
static int glob_stat64(const char *path, struct stat64 *status) { return stat64(path, status); }

REPLACES_LIBC int glob(const char *pattern, int flags, int (*failure)(const char *, int), glob_t *found) {
  __typeof__(&glob) libc_glob = LIBC(glob);
  if (libc_glob == NULL) return GLOB_ABORTED;
  if (is_restricted) {
    flags |= GLOB_ALTDIRFUNC;
    found->gl_opendir = glob_open;
    found->gl_readdir = glob_read;
    found->gl_closedir = glob_close;
    found->gl_lstat = glob_lstat;
    found->gl_stat = glob_stat;
  }
  return libc_glob(pattern, flags, failure, found);
}

REPLACES_LIBC int glob64(const char *pattern, int flags, int (*failure)(const char *, int), glob64_t *found) {
  __typeof__(&glob64) libc_glob = LIBC(glob64);
  if (libc_glob == NULL) return GLOB_ABORTED;
  if (is_restricted) {
    flags |= GLOB_ALTDIRFUNC;
    found->gl_opendir = glob_open;
    found->gl_readdir = glob_read64;
    found->gl_closedir = glob_close;
    found->gl_lstat = glob_lstat64;
    found->gl_stat = glob_stat64;
  }
  return libc_glob(pattern, flags, failure, found);
}
