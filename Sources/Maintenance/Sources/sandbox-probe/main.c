// Tries, in a sandboxed process each, what a spec that has taken over its process would try. System calls, not libc's functions: such a
// spec would go around those. Prints "denied NAME", "allowed NAME" or "odd NAME: why" for each; the tests say which it should be.
//
// sandbox-probe FOLDER OUTSIDE [landlock|seccomp]: FOLDER may be read and holds "victim", OUTSIDE may not and holds "secret". With a third
// word the kernel is made to say that it does not know that facility.
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <seccomp.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "CSandbox.h"

/// The same on every architecture but alpha; older headers of libseccomp do not know it.
enum { landlock_create_ruleset = 444 };

static char victim[4096], fresh[4096], secret[4096], hidden[4096], fifo[4096], scratch[4096];
static const char *folder, *outside;
static pid_t parent;
static char *arguments[] = {"touch", fresh, NULL};
static struct rlimit infinite = {RLIM_INFINITY, RLIM_INFINITY};

/// A system call with its arguments; addresses are of the buffers above, which are filled before.
struct attempt {
  const char *name;
  long number;
  long arguments[6];
};

#define CALL(name, ...) {#name, SYS_##name, {__VA_ARGS__}}
#define NAMED(text, name, ...) {text, SYS_##name, {__VA_ARGS__}}

static const struct attempt attempts[] = {
  // Execution and processes
  CALL(execve, (long)"/bin/true", (long)arguments),
  CALL(execveat, AT_FDCWD, (long)"/bin/true", (long)arguments),
  CALL(clone, SIGCHLD),
  CALL(clone3, (long)scratch, 64),
  CALL(memfd_create, (long)"x"),
  NAMED("mmap executable", mmap, 0, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1),
  NAMED("mprotect executable", mprotect, 0x10000, 4096, PROT_READ | PROT_EXEC),
  CALL(kill, 1),
  CALL(tkill, 1),
  CALL(tgkill, 1, 1),
  CALL(rt_sigqueueinfo, 1, 0, (long)scratch),
  CALL(pidfd_open, 1),
  CALL(ptrace, PTRACE_TRACEME),
  CALL(process_vm_readv, 1, (long)scratch, 1, (long)scratch, 1),
  CALL(process_vm_writev, 1, (long)scratch, 1, (long)scratch, 1),
  CALL(setpriority, PRIO_PROCESS, 0, 1),
  CALL(sched_setaffinity, 0, 8, (long)scratch),
  // Rights
  CALL(prctl, PR_SET_DUMPABLE, 1),
  CALL(setuid, 0),
  CALL(setresuid, 0, 0, 0),
  CALL(setgroups, 0),
  CALL(capset, (long)scratch, (long)scratch),
  CALL(unshare, CLONE_NEWUSER),
  CALL(setns, 0),
  CALL(setrlimit, RLIMIT_CPU, (long)&infinite),
  CALL(prlimit64, 0, RLIMIT_CPU, (long)&infinite),
  CALL(keyctl, 0),
  CALL(add_key, (long)"user", (long)"x", (long)"y", 1),
  // The kernel
  CALL(bpf, 0, (long)scratch, 16),
  CALL(io_uring_setup, 1, (long)scratch),
  CALL(userfaultfd, 0),
  CALL(perf_event_open, (long)scratch, 0, -1, -1),
  CALL(seccomp, 0),
  CALL(mount, (long)"x", (long)scratch),
  CALL(umount2, (long)scratch),
  CALL(chroot, (long)"/"),
  CALL(pivot_root, (long)"/", (long)"/"),
  CALL(reboot, 0),
  CALL(init_module, (long)scratch),
  CALL(open_by_handle_at, AT_FDCWD, (long)scratch),
  CALL(inotify_init1, 0),
  CALL(timer_create, 0, 0, (long)scratch),
  NAMED("ioctl TIOCSTI", ioctl, 0, TIOCSTI, (long)"x"),
  NAMED("fcntl F_SETOWN", fcntl, 0, F_SETOWN, 1),
  // The network
  NAMED("socket AF_INET", socket, AF_INET, SOCK_STREAM),
  NAMED("socket AF_UNIX", socket, AF_UNIX, SOCK_STREAM),
  CALL(socketpair, AF_UNIX, SOCK_STREAM, 0, (long)scratch),
  // Writing
  NAMED("openat for writing", openat, AT_FDCWD, (long)victim, O_WRONLY),
  NAMED("openat for both", openat, AT_FDCWD, (long)victim, O_RDWR),
  NAMED("openat to create", openat, AT_FDCWD, (long)fresh, O_RDONLY | O_CREAT, 0600),
  NAMED("openat to empty", openat, AT_FDCWD, (long)victim, O_RDONLY | O_TRUNC),
  NAMED("openat of a nameless file", openat, AT_FDCWD, (long)"/tmp", O_TMPFILE | O_RDWR, 0600),
  CALL(openat2, AT_FDCWD, (long)victim, (long)scratch, 24),
  CALL(truncate, (long)victim),
  CALL(unlinkat, AT_FDCWD, (long)victim),
  CALL(renameat2, AT_FDCWD, (long)victim, AT_FDCWD, (long)fresh),
  CALL(linkat, AT_FDCWD, (long)victim, AT_FDCWD, (long)fresh),
  CALL(symlinkat, (long)"/etc", AT_FDCWD, (long)fresh),
  CALL(mkdirat, AT_FDCWD, (long)fresh, 0700),
  CALL(mknodat, AT_FDCWD, (long)fresh, S_IFIFO | 0600),
  CALL(fchmodat, AT_FDCWD, (long)victim, 0777),
  CALL(fchownat, AT_FDCWD, (long)victim, 65534, 65534),
  CALL(utimensat, AT_FDCWD, (long)victim),
  CALL(setxattr, (long)victim, (long)"user.x", (long)"y", 1),
  CALL(chdir, (long)"/"),
  // Reading, where only Landlock stands behind libc's functions
  NAMED("landlock: a file outside", openat, AT_FDCWD, (long)secret, O_RDONLY),
  NAMED("landlock: /etc/passwd", openat, AT_FDCWD, (long)"/etc/passwd", O_RDONLY),
  NAMED("landlock: /dev/zero", openat, AT_FDCWD, (long)"/dev/zero", O_RDONLY),
  NAMED("landlock: /proc/self/environ", openat, AT_FDCWD, (long)"/proc/self/environ", O_RDONLY),
  NAMED("landlock: / as a folder", openat, AT_FDCWD, (long)"/", O_RDONLY | O_DIRECTORY),
  // What reading a spec takes
  NAMED("read a file of the folder", openat, AT_FDCWD, (long)victim, O_RDONLY),
  NAMED("look at a file outside", newfstatat, AT_FDCWD, (long)secret, (long)scratch),
  NAMED("map memory", mmap, 0, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1),
  NAMED("tell the time", clock_gettime, 0, (long)scratch),
};

static long by_libc(const char *name) {
  if (strcmp(name, "libc: popen") == 0) return popen("touch", "r") ? 0 : -1;
  if (strcmp(name, "libc: system") == 0) return system("touch");
  if (strcmp(name, "libc: fork") == 0) return fork();
  if (strcmp(name, "libc: execvp") == 0) return execvp("touch", arguments);
  if (strcmp(name, "libc: posix_spawnp") == 0) {
    errno = posix_spawnp(NULL, "touch", NULL, NULL, arguments, NULL);
    return errno ? -1 : 0;
  }
  const char *path = strstr(name, "FIFO") ? fifo : strstr(name, "hidden") ? hidden : strstr(name, "outside") ? secret : victim;
  if (strncmp(name, "libc: fopen", 11) == 0) return fopen(path, strstr(name, "writing") ? "w" : "r") ? 0 : -1;
  if (strncmp(name, "libc: opendir", 13) == 0) return opendir(strstr(name, "outside") ? outside : folder) ? 0 : -1;
  return open(path, strstr(name, "writing") ? O_WRONLY : O_RDONLY);
}

static const char *const libc_attempts[] = {
  "libc: popen", "libc: system", "libc: fork", "libc: execvp", "libc: posix_spawnp", "libc: open a FIFO", "libc: open a hidden file",
  "libc: open outside", "libc: open for writing", "libc: fopen a FIFO", "libc: fopen a hidden file", "libc: fopen outside",
  "libc: fopen for writing", "libc: opendir outside", "libc: opendir", "libc: open", "libc: fopen",
};

static void report(int descriptor, const char *name, long result) {
  int error = errno;
  if (result >= 0) dprintf(descriptor, "allowed %s\n", name);
  else if (error == EPERM || error == EACCES) dprintf(descriptor, "denied %s\n", name);
  else dprintf(descriptor, "odd %s: %s\n", name, strerror(error));
}

/// Runs one attempt in a process of its own and prints what became of it.
static void run(const struct attempt *attempt, const char *name) {
  int ends[2];
  if (pipe(ends) != 0) exit(2);
  pid_t child = rpmscope_fork();
  if (child == 0) {
    const char *readable[] = {"/usr/lib/rpm", NULL};
    struct rpmscope_sandbox sandbox = {
      .readable = readable, .source_directory = folder, .reply = ends[1], .parent = parent, .memory = 1 << 30, .processor_time = 5};
    const char *trouble = rpmscope_sandbox_enter(&sandbox);
    const long *values = attempt ? attempt->arguments : NULL;
    errno = 0;
    if (trouble) dprintf(ends[1], "odd %s: %s\n", name, trouble);
    else if (attempt)
      report(ends[1], name, syscall(attempt->number, values[0], values[1], values[2], values[3], values[4], values[5]));
    else report(ends[1], name, by_libc(name));
    _exit(0);
  }
  close(ends[1]);
  char line[4096];
  ssize_t count, total = 0;
  while (total < (ssize_t)sizeof line && (count = read(ends[0], line + total, sizeof line - (size_t)total)) > 0) total += count;
  close(ends[0]);
  int status;
  waitpid(child, &status, 0);
  if (total > 0) fwrite(line, 1, (size_t)total, stdout);
  else printf("odd %s: status %d\n", name, status);
  fflush(stdout);
}

/// Makes a system call fail with ENOSYS from here on, as on a kernel without it.
static void take_away(int call) {
  scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
  // By prctl: seccomp(2) may be the call that goes.
  if (filter == NULL || seccomp_attr_set(filter, SCMP_FLTATR_CTL_TSYNC, 0) != 0 ||
      seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), call, 0) != 0 || seccomp_load(filter) != 0)
    exit(2);
  seccomp_release(filter);
}

int main(int count, char **words) {
  if (count != 3 && count != 4) return 2;
  parent = getpid();
  if (count == 4) take_away(strcmp(words[3], "landlock") == 0 ? landlock_create_ruleset : SCMP_SYS(seccomp));
  folder = words[1];
  outside = words[2];
  snprintf(victim, sizeof victim, "%s/victim", folder);
  snprintf(fresh, sizeof fresh, "%s/marker", folder);
  snprintf(hidden, sizeof hidden, "%s/.git/config", folder);
  snprintf(fifo, sizeof fifo, "%s/fifo", folder);
  snprintf(secret, sizeof secret, "%s/secret", outside);
  rpmscope_sandbox_prepare();
  struct rpmscope_sandbox_support support = rpmscope_sandbox_support();
  printf("support landlock %d seccomp %d\n", support.landlock_abi, support.seccomp);
  fflush(stdout);
  for (size_t index = 0; index < sizeof attempts / sizeof *attempts; index++) run(&attempts[index], attempts[index].name);
  for (size_t index = 0; index < sizeof libc_attempts / sizeof *libc_attempts; index++) run(NULL, libc_attempts[index]);
  return 0;
}
