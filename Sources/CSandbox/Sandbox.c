// Locks a process in before it reads a hostile spec.
#define _GNU_SOURCE
#include "CSandbox.h"
#include "Internal.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/capability.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "Landlock.h"
#include "SystemCalls.h"

struct rpmscope_sandbox_support rpmscope_sandbox_support(void) {
  return (struct rpmscope_sandbox_support){.landlock_abi = landlock_abi(), .seccomp = system_calls_can_be_filtered()};
}

void rpmscope_sandbox_prepare(void) { prepare_system_call_filter(); }

static int limit(__rlimit_resource_t resource, uint64_t soft, uint64_t hard) {
  struct rlimit current;
  if (getrlimit(resource, &current) != 0) return -1;
  // Without privileges the hard limit can only sink.
  if (hard > current.rlim_max) hard = current.rlim_max;
  if (soft > hard) soft = hard;
  return setrlimit(resource, &(struct rlimit){.rlim_cur = soft, .rlim_max = hard});
}

/// Ends with the parent, cannot gain privileges or be traced, has no terminal and no descriptor but the one for its answer.
static const char *detach(int reply, pid_t parent) {
  if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) return "the process cannot be tied to its parent";
  // It may have died before the kernel was told.
  if (getppid() != parent) return "the parent is gone";
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return "new privileges cannot be ruled out";
  if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0) return "the process cannot be hidden from others";
  // The worker ignores them; the commands of a trusted spec must not inherit that.
  signal(SIGPIPE, SIG_DFL);
  signal(SIGINT, SIG_DFL);
  setsid();
  int null = open("/dev/null", O_RDWR | O_CLOEXEC);
  if (null < 0) return "'/dev/null' cannot be opened";
  if (null == reply) return "the descriptor for the answer is not open";
  for (int descriptor = 0; descriptor <= 2; descriptor++)
    if (dup2(null, descriptor) < 0) return "standard input and output cannot be closed";
  // Older kernels lack close_range; then descriptors are closed one by one, as far as they may be open.
  if (reply > 3) syscall(SYS_close_range, 3, reply - 1, 0);
  if (syscall(SYS_close_range, reply + 1, ~0U, 0) != 0)
    for (int descriptor = 3; descriptor < 1024; descriptor++)
      if (descriptor != reply) close(descriptor);
  return NULL;
}

static const char *limit_time_and_memory(const struct rpmscope_sandbox *sandbox) {
  if (limit(RLIMIT_CORE, 0, 0) != 0 || limit(RLIMIT_AS, sandbox->memory, sandbox->memory) != 0 ||
      limit(RLIMIT_CPU, sandbox->processor_time, sandbox->processor_time + 1) != 0)
    return "the limits on time and memory cannot be set";
  return NULL;
}

/// Root keeps the right to read other users' files, which its own command has as well, and no other.
static int drop_capabilities(void) {
  struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3};
  struct __user_cap_data_struct data[_LINUX_CAPABILITY_U32S_3] = {0};
  if (syscall(SYS_capget, &header, data) != 0) return -1;
  uint32_t kept = data[0].permitted & (1U << CAP_DAC_READ_SEARCH);
  data[0] = (struct __user_cap_data_struct){.effective = kept, .permitted = kept};
  data[1] = (struct __user_cap_data_struct){0};
  return (int)syscall(SYS_capset, &header, data);
}

const char *rpmscope_sandbox_enter_with_shell(const struct rpmscope_sandbox *sandbox) {
  const char *trouble = detach(sandbox->reply, sandbox->parent);
  return trouble ? trouble : limit_time_and_memory(sandbox);
}

const char *rpmscope_sandbox_enter(const struct rpmscope_sandbox *sandbox) {
  // Before the limits: making the filter takes a file in memory.
  rpmscope_sandbox_prepare();
  const char *trouble = detach(sandbox->reply, sandbox->parent);
  if (trouble == NULL) trouble = limit_time_and_memory(sandbox);
  if (trouble) return trouble;
  // Writing fails with EFBIG instead of ending the process.
  signal(SIGXFSZ, SIG_IGN);
  if (limit(RLIMIT_FSIZE, 0, 0) != 0 || limit(RLIMIT_NOFILE, 64, 64) != 0 || limit(RLIMIT_NPROC, 0, 0) != 0)
    return "the limits on files and processes cannot be set";
  if (drop_capabilities() != 0) return "capabilities cannot be dropped";
  rpmscope_restrict_files(sandbox->readable, sandbox->source_directory);

  struct rpmscope_sandbox_support support = rpmscope_sandbox_support();
  if (!support.seccomp && support.landlock_abi == 0) return "the kernel has neither Landlock nor seccomp";
  if (support.landlock_abi > 0 && landlock_enter(support.landlock_abi, sandbox->readable, sandbox->source_directory) != 0)
    return "Landlock cannot be set up";
  if (support.seccomp && filter_system_calls() != 0) return "system calls cannot be filtered";
  return NULL;
}
