#define _GNU_SOURCE
#include "Landlock.h"

#include <fcntl.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

// The numbers are the same on every architecture but alpha.
#ifndef SYS_landlock_create_ruleset
#define SYS_landlock_create_ruleset 444
#define SYS_landlock_add_rule 445
#define SYS_landlock_restrict_self 446
#endif

// linux/landlock.h, as of ABI 6.
enum { create_ruleset_version = 1, rule_path_beneath = 1 };
enum { access_read_file = 1 << 2, access_read_folder = 1 << 3 };

struct ruleset_attributes {
  uint64_t handled_access_fs;
  uint64_t handled_access_net;
  uint64_t scoped;
};

struct path_beneath_attributes {
  uint64_t allowed_access;
  int32_t parent_fd;
} __attribute__((packed));

/// Every right on files that an ABI knows: 13 bits at first, then moving between folders, truncating, ioctl on devices.
static uint64_t all_file_rights(int abi) {
  int bits = abi >= 5 ? 16 : abi >= 3 ? 15 : abi == 2 ? 14 : 13;
  return (UINT64_C(1) << bits) - 1;
}

int landlock_abi(void) {
  long abi = syscall(SYS_landlock_create_ruleset, NULL, 0, create_ruleset_version);
  return abi > 0 ? (int)abi : 0;
}

/// Allows reading at and below a path; one that cannot be opened is passed over, as nothing could be read there.
static int allow(int ruleset, const char *path) {
  int descriptor = (int)syscall(SYS_openat, AT_FDCWD, path, O_PATH | O_CLOEXEC, 0);
  if (descriptor < 0) return 0;
  struct stat status;
  int result = fstat(descriptor, &status);
  if (result == 0) {
    uint64_t rights = S_ISDIR(status.st_mode) ? access_read_file | access_read_folder : access_read_file;
    struct path_beneath_attributes rule = {.allowed_access = rights, .parent_fd = descriptor};
    result = (int)syscall(SYS_landlock_add_rule, ruleset, rule_path_beneath, &rule, 0);
  }
  close(descriptor);
  return result;
}

int landlock_enter(int abi, const char *const *readable, const char *source_directory) {
  struct ruleset_attributes attributes = {.handled_access_fs = all_file_rights(abi)};
  size_t size = offsetof(struct ruleset_attributes, handled_access_net);
  if (abi >= 4) {
    attributes.handled_access_net = 3;  // bind and connect by TCP
    size = offsetof(struct ruleset_attributes, scoped);
  }
  if (abi >= 6) {
    attributes.scoped = 3;  // abstract sockets and signals to processes outside
    size = sizeof attributes;
  }
  int ruleset = (int)syscall(SYS_landlock_create_ruleset, &attributes, size, 0);
  if (ruleset < 0) return -1;
  int result = allow(ruleset, source_directory);
  for (const char *const *path = readable; *path && result == 0; path++) result = allow(ruleset, *path);
  if (result == 0) result = (int)syscall(SYS_landlock_restrict_self, ruleset, 0);
  close(ruleset);
  return result;
}
