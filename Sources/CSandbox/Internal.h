#pragma once

// What the files of this target know of each other.

#include <dlfcn.h>
#include <stdbool.h>
#include <stdio.h>

/// Marks a definition that librpm and Lua shall find in place of libc's.
#define REPLACES_LIBC __attribute__((visibility("default"), used))

/// libc's own function of that name, as a pointer of the same type; looked for once.
#define LIBC(name) \
  ({ \
    static __typeof__(&name) found; \
    if (found == NULL) found = (__typeof__(&name))dlsym(RTLD_NEXT, #name); \
    found; \
  })

/// Whether commands may run for real.
bool rpmscope_shell_is_allowed(void);

/// From now on only regular files and folders below these can be opened, and only for reading. The strings are copied; `readable` are canonical.
void rpmscope_restrict_files(const char *const *readable, const char *source_directory);

/// Whether this is the path of the text in memory.
bool rpmscope_is_virtual_file(const char *path);

/// That text as a stream, from its start; NULL with errno unless it is only to be read.
FILE *rpmscope_open_virtual_file(const char *mode);
