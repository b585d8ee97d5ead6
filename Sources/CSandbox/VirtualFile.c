// A text in memory that fopen gives out for one path: librpm's parser reads specs from files only.
#define _GNU_SOURCE
#include "CSandbox.h"
#include "Internal.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

static const char *virtual_bytes;
static size_t virtual_length;
static size_t virtual_offset;
static int lines_read;

void rpmscope_set_virtual_file(const char *bytes, size_t length) {
  virtual_bytes = bytes;
  virtual_length = length;
  virtual_offset = 0;
  lines_read = 0;
}

int rpmscope_virtual_lines_read(void) { return lines_read; }

/// One line at a time, so that stdio holds none that was not asked for and the count says where the reader is.
static ssize_t read_line(void *cookie, char *buffer, size_t size) {
  (void)cookie;
  const char *start = virtual_bytes + virtual_offset;
  size_t rest = virtual_length - virtual_offset;
  const char *feed = rest > 0 ? memchr(start, '\n', rest) : NULL;
  size_t count = feed ? (size_t)(feed - start) + 1 : rest;
  if (count <= size) {
    if (count > 0) lines_read++;
  } else {
    count = size;
  }
  if (count > 0) memcpy(buffer, start, count);
  virtual_offset += count;
  return (ssize_t)count;
}

bool rpmscope_is_virtual_file(const char *path) { return virtual_bytes && strcmp(path, RPMSCOPE_VIRTUAL_PATH) == 0; }

FILE *rpmscope_open_virtual_file(const char *mode) {
  if (mode[0] != 'r' || strchr(mode, '+')) {
    errno = EACCES;
    return NULL;
  }
  virtual_offset = 0;
  lines_read = 0;
  return fopencookie(NULL, "r", (cookie_io_functions_t){.read = read_line});
}
