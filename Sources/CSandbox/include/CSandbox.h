#pragma once

// The C that Swift cannot say: functions that replace libc's for librpm and its Lua, fork, and the kernel's sandboxes.
//
// Whatever executable links this target answers popen, system, fork, exec* and posix_spawn* itself, from its first
// instruction on: the linker exports these definitions, so the dynamic loader binds librpm's and Lua's calls to them.
// Nothing is run unless rpmscope_set_allow_shell(true) was called.

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#ifdef __cplusplus
extern "C" {
#endif

// MARK: - Commands

/// What a handler returns to have the command run for real; refused like RPMSCOPE_COMMAND_REFUSED unless the shell is allowed.
#define RPMSCOPE_COMMAND_RUN (-2)
/// What a handler returns to let popen or system fail with EPERM.
#define RPMSCOPE_COMMAND_REFUSED (-1)

/// Answers a command that librpm or Lua wants run, in place of a shell.
///
/// `command` is what popen or system was given. The handler returns the exit status (0 to 255) and may set `*output` to memory
/// from malloc, which is freed when the stream is closed, and `*length`; NULs are kept. Output of system() is dropped.
typedef int (*rpmscope_command_handler)(void *_Nullable context, const char *_Nonnull command, char *_Nullable *_Nonnull output,
                                        size_t *_Nonnull length);

/// Sets who answers commands. Without one every command fails with EPERM, or runs where the shell is allowed.
void rpmscope_set_command_handler(rpmscope_command_handler _Nullable handler, void *_Nullable context);

/// Lets commands run for real, also those of Lua's posix.fork and posix.exec; for specs one trusts. Off at start.
void rpmscope_set_allow_shell(bool allowed);

// MARK: - Processes

/// fork(2): Swift marks it unavailable. Only safe in a process with one thread.
pid_t rpmscope_fork(void);

/// fork(2), but the new process becomes a child of the caller's parent, which waits for it and with which it ends.
pid_t rpmscope_fork_sibling(void);

/// Makes the calling process serve its parent only: it ends with it, and keeps no descriptor but `socket` and standard error.
/// False when that cannot be done.
bool rpmscope_serve_parent(int socket, pid_t parent);

/// An empty file in memory for a request; -1 with errno where there is none.
int rpmscope_request_file(void);

/// A connected pair of sockets that keep messages apart; false with errno where there is none.
bool rpmscope_message_sockets(int *_Nonnull first, int *_Nonnull second);

/// Sends two descriptors as one message; false when the other end is gone.
bool rpmscope_send_descriptors(int socket, int first, int second);

/// Waits for such a message; false when the other end is gone.
bool rpmscope_receive_descriptors(int socket, int *_Nonnull first, int *_Nonnull second);

// MARK: - Sandbox

/// What this kernel can enforce.
struct rpmscope_sandbox_support {
  /// The Landlock ABI; 0 where the kernel has none or does not let us use it.
  int landlock_abi;
  /// Whether system calls can be filtered.
  bool seccomp;
};

struct rpmscope_sandbox_support rpmscope_sandbox_support(void);

/// Does what takes time and can be done before the fork; without it every child does it for itself.
void rpmscope_sandbox_prepare(void);

/// What a process that reads a hostile spec may still do.
struct rpmscope_sandbox {
  /// Canonical paths of files and folders that may be read, ended by NULL. Those that do not exist are passed over.
  const char *_Nullable const *_Nonnull readable;
  /// The spec's folder; may be read but for names in it that begin with a dot ('.git/config' holds tokens, '.ssh' keys).
  const char *_Nonnull source_directory;
  /// Where the answer is written; with standard input, output and error, which become /dev/null, the only descriptor kept.
  int reply;
  /// The process that forked this one, which must still be there.
  pid_t parent;
  /// Address space, in bytes.
  uint64_t memory;
  /// Processor time, in seconds; the process is ended by SIGXCPU after it.
  uint64_t processor_time;
};

/// Locks the calling process in, for good: no new privileges, no capabilities, no core dump, ended with its parent, a session of
/// its own; limits; Landlock (reading below `readable` only, no TCP); seccomp (a list of allowed calls; no exec, fork, socket, opening
/// for writing, no change of the file system, no signals to others). Files that are not regular cannot be opened: a FIFO would
/// block, a device need not end.
///
/// Returns NULL, or what could not be done: then the process must not read a spec. One of Landlock and seccomp may be missing
/// from the kernel, not both.
const char *_Nullable rpmscope_sandbox_enter(const struct rpmscope_sandbox *_Nonnull sandbox);

/// What is left of the sandbox for a spec whose commands are to run: no new privileges, no core dump, ended with its parent, a session
/// of its own, limits on processor time and memory. Only `reply`, `parent`, `memory` and `processor_time` are looked at.
const char *_Nullable rpmscope_sandbox_enter_with_shell(const struct rpmscope_sandbox *_Nonnull sandbox);

// MARK: - A text in memory

/// The path under which fopen finds the text.
#define RPMSCOPE_VIRTUAL_PATH "/rpmscope/expanded.spec"

/// Makes fopen give out a text for that path, whatever is on the disk; it must stay where it is until it is taken away with NULL.
/// A stream of it is read from the start, line by line, one at a time.
void rpmscope_set_virtual_file(const char *_Nullable bytes, size_t length);

/// How many lines of it were read since it was last opened.
int rpmscope_virtual_lines_read(void);

#ifdef __cplusplus
}
#endif
