#define _GNU_SOURCE
#include "SystemCalls.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <seccomp.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

bool system_calls_can_be_filtered(void) {
  uint32_t action = SECCOMP_RET_ERRNO;
  return syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) == 0;
}

/// Harmless whatever their arguments are: descriptors that are open can only be read, but for the one of the answer.
static const int allowed_calls[] = {
  // Memory
  SCMP_SYS(brk), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise),
  // Descriptors
  SCMP_SYS(read), SCMP_SYS(readv), SCMP_SYS(pread64), SCMP_SYS(preadv), SCMP_SYS(write), SCMP_SYS(writev), SCMP_SYS(lseek),
  SCMP_SYS(_llseek), SCMP_SYS(close), SCMP_SYS(dup), SCMP_SYS(dup2), SCMP_SYS(dup3), SCMP_SYS(poll), SCMP_SYS(ppoll),
  SCMP_SYS(fadvise64),
  // Files by name, to look at
  SCMP_SYS(stat), SCMP_SYS(lstat), SCMP_SYS(fstat), SCMP_SYS(stat64), SCMP_SYS(lstat64), SCMP_SYS(fstat64), SCMP_SYS(newfstatat),
  SCMP_SYS(fstatat64), SCMP_SYS(statx), SCMP_SYS(statfs), SCMP_SYS(fstatfs), SCMP_SYS(access), SCMP_SYS(faccessat), SCMP_SYS(faccessat2),
  SCMP_SYS(readlink), SCMP_SYS(readlinkat), SCMP_SYS(getdents), SCMP_SYS(getdents64), SCMP_SYS(getcwd),
  // Who and where
  SCMP_SYS(getpid), SCMP_SYS(gettid), SCMP_SYS(getppid), SCMP_SYS(getpgrp), SCMP_SYS(getpgid), SCMP_SYS(getsid), SCMP_SYS(getuid),
  SCMP_SYS(geteuid), SCMP_SYS(getgid), SCMP_SYS(getegid), SCMP_SYS(getgroups), SCMP_SYS(getresuid), SCMP_SYS(getresgid), SCMP_SYS(uname),
  SCMP_SYS(sysinfo), SCMP_SYS(getrlimit), SCMP_SYS(ugetrlimit), SCMP_SYS(getrusage), SCMP_SYS(times), SCMP_SYS(sched_getaffinity),
  SCMP_SYS(umask),
  // Time
  SCMP_SYS(time), SCMP_SYS(gettimeofday), SCMP_SYS(clock_gettime), SCMP_SYS(clock_gettime64), SCMP_SYS(clock_getres),
  SCMP_SYS(nanosleep), SCMP_SYS(clock_nanosleep), SCMP_SYS(clock_nanosleep_time64),
  // Locks, randomness for hashing, signals of this process's own, the end
  SCMP_SYS(futex), SCMP_SYS(futex_time64), SCMP_SYS(sched_yield), SCMP_SYS(getrandom), SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask),
  SCMP_SYS(rt_sigreturn), SCMP_SYS(sigreturn), SCMP_SYS(sigaltstack), SCMP_SYS(restart_syscall), SCMP_SYS(exit), SCMP_SYS(exit_group),
};

/// A call that is allowed where one of its arguments has certain bits, or a certain value.
struct conditional_call {
  int call;
  struct scmp_arg_cmp argument;
};

static int add_conditional_calls(scmp_filter_ctx filter) {
  const uint64_t changing = O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND | (O_TMPFILE & ~O_DIRECTORY);
  const struct conditional_call calls[] = {
    {SCMP_SYS(open), SCMP_A1(SCMP_CMP_MASKED_EQ, changing, O_RDONLY)},
    {SCMP_SYS(openat), SCMP_A2(SCMP_CMP_MASKED_EQ, changing, O_RDONLY)},
    // No new code.
    {SCMP_SYS(mmap), SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)},
    {SCMP_SYS(mmap2), SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)},
    {SCMP_SYS(mprotect), SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)},
    // Limits can be asked for, not set.
    {SCMP_SYS(prlimit64), SCMP_A2(SCMP_CMP_EQ, 0)},
    {SCMP_SYS(fcntl), SCMP_A1(SCMP_CMP_EQ, F_DUPFD)},
    {SCMP_SYS(fcntl), SCMP_A1(SCMP_CMP_EQ, F_DUPFD_CLOEXEC)},
    {SCMP_SYS(fcntl), SCMP_A1(SCMP_CMP_EQ, F_GETFD)},
    {SCMP_SYS(fcntl), SCMP_A1(SCMP_CMP_EQ, F_SETFD)},
    {SCMP_SYS(fcntl), SCMP_A1(SCMP_CMP_EQ, F_GETFL)},
    {SCMP_SYS(fcntl), SCMP_A1(SCMP_CMP_EQ, F_SETFL)},
    // isatty().
    {SCMP_SYS(ioctl), SCMP_A1(SCMP_CMP_EQ, TCGETS)},
    {SCMP_SYS(ioctl), SCMP_A1(SCMP_CMP_EQ, FIONREAD)},
  };
  for (size_t index = 0; index < sizeof calls / sizeof *calls; index++)
    if (seccomp_rule_add(filter, SCMP_ACT_ALLOW, calls[index].call, 1, calls[index].argument) != 0) return -1;
  return 0;
}

/// The filter as the kernel takes it. Made once, as that takes ten times as long as loading it.
static struct sock_fprog program;

/// Reads what libseccomp wrote into `descriptor`, from its start.
static int take_program(int descriptor) {
  off_t size = lseek(descriptor, 0, SEEK_END);
  if (size <= 0 || size % (off_t)sizeof(struct sock_filter) != 0) return -1;
  struct sock_filter *instructions = malloc((size_t)size);
  if (instructions == NULL) return -1;
  if (pread(descriptor, instructions, (size_t)size, 0) != size) {
    free(instructions);
    return -1;
  }
  program = (struct sock_fprog){.len = (unsigned short)((size_t)size / sizeof *instructions), .filter = instructions};
  return 0;
}

int prepare_system_call_filter(void) {
  if (program.filter) return 0;
  // abort() cannot signal its own process; it then ends itself by an invalid instruction.
  scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
  if (filter == NULL) return -1;
#if SCMP_VER_MAJOR > 2 || (SCMP_VER_MAJOR == 2 && SCMP_VER_MINOR >= 5)
  // Sorted by number: the kernel tries the filter with every call when it takes it, which is half of what locking in costs.
  seccomp_attr_set(filter, SCMP_FLTATR_CTL_OPTIMIZE, 2);
#endif
  int result = 0;
  for (size_t index = 0; index < sizeof allowed_calls / sizeof *allowed_calls && result == 0; index++)
    result = seccomp_rule_add(filter, SCMP_ACT_ALLOW, allowed_calls[index], 0);
  if (result == 0) result = add_conditional_calls(filter);
  int descriptor = result == 0 ? memfd_create("filter", MFD_CLOEXEC) : -1;
  if (descriptor < 0 || seccomp_export_bpf(filter, descriptor) != 0) result = -1;
  if (result == 0) result = take_program(descriptor);
  if (descriptor >= 0) close(descriptor);
  seccomp_release(filter);
  return result == 0 ? 0 : -1;
}

int filter_system_calls(void) {
  if (prepare_system_call_filter() != 0) return -1;
  return syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program) == 0 ? 0 : -1;
}
