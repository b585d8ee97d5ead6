// popen, system and their like, answered by a handler instead of a shell.
//
// librpm runs %(…) by popen, Lua's io.popen and os.execute by popen and system, librpm's Lua library fork, execvp and posix_spawnp.
#define _GNU_SOURCE
#include "CSandbox.h"
#include "Internal.h"

#include <errno.h>
#include <getopt.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static rpmscope_command_handler command_handler;
static void *command_context;
static bool shell_is_allowed;

void rpmscope_set_command_handler(rpmscope_command_handler handler, void *context) {
  command_handler = handler;
  command_context = context;
}

void rpmscope_set_allow_shell(bool allowed) { shell_is_allowed = allowed; }

bool rpmscope_shell_is_allowed(void) { return shell_is_allowed; }

/// A computed answer that is read like a pipe.
struct answer {
  struct answer *next;
  FILE *stream;
  char *bytes;
  size_t length;
  size_t offset;
  int status;
};

static struct answer *open_answers;

static ssize_t answer_read(void *cookie, char *buffer, size_t size) {
  struct answer *answer = cookie;
  size_t rest = answer->length - answer->offset;
  size_t count = size < rest ? size : rest;
  if (count > 0) memcpy(buffer, answer->bytes + answer->offset, count);
  answer->offset += count;
  return (ssize_t)count;
}

/// Asks the handler. A status from 0 to 255, or one of the RPMSCOPE_COMMAND_ values.
static int ask(const char *command, char **output, size_t *length) {
  *output = NULL;
  *length = 0;
  int status = RPMSCOPE_COMMAND_RUN;
  if (command_handler) status = command_handler(command_context, command, output, length);
  if (status >= 0) return status & 0xFF;
  free(*output);
  *output = NULL;
  return status == RPMSCOPE_COMMAND_RUN && shell_is_allowed ? RPMSCOPE_COMMAND_RUN : RPMSCOPE_COMMAND_REFUSED;
}

REPLACES_LIBC FILE *popen(const char *command, const char *mode) {
  char *output;
  size_t length;
  int status = ask(command, &output, &length);
  if (status == RPMSCOPE_COMMAND_RUN) {
    __typeof__(&popen) libc_popen = LIBC(popen);
    if (libc_popen) return libc_popen(command, mode);
  }
  // A command that is written to would have no effect but the one that is not wanted.
  if (status < 0 || strchr(mode, 'r') == NULL) {
    free(output);
    errno = EPERM;
    return NULL;
  }
  struct answer *answer = malloc(sizeof *answer);
  cookie_io_functions_t functions = {.read = answer_read};
  FILE *stream = answer ? fopencookie(answer, "r", functions) : NULL;
  if (stream == NULL) {
    free(answer);
    free(output);
    errno = ENOMEM;
    return NULL;
  }
  *answer = (struct answer){.next = open_answers, .stream = stream, .bytes = output, .length = output ? length : 0, .status = status};
  open_answers = answer;
  return stream;
}

REPLACES_LIBC int pclose(FILE *stream) {
  for (struct answer **link = &open_answers; *link; link = &(*link)->next) {
    struct answer *answer = *link;
    if (answer->stream != stream) continue;
    *link = answer->next;
    int status = answer->status << 8;
    fclose(stream);
    free(answer->bytes);
    free(answer);
    return status;
  }
  __typeof__(&pclose) libc_pclose = LIBC(pclose);
  if (libc_pclose) return libc_pclose(stream);
  errno = ECHILD;
  return -1;
}

REPLACES_LIBC int system(const char *command) {
  // "Is there a shell?"
  if (command == NULL) return shell_is_allowed;
  char *output;
  size_t length;
  int status = ask(command, &output, &length);
  free(output);
  if (status >= 0) return status << 8;
  if (status == RPMSCOPE_COMMAND_RUN) {
    __typeof__(&system) libc_system = LIBC(system);
    if (libc_system) return libc_system(command);
  }
  errno = EPERM;
  return -1;
}

// MARK: - Processes

pid_t rpmscope_fork(void) {
  __typeof__(&fork) libc_fork = LIBC(fork);
  if (libc_fork) return libc_fork();
  errno = ENOSYS;
  return -1;
}

REPLACES_LIBC pid_t fork(void) {
  if (shell_is_allowed) return rpmscope_fork();
  errno = EPERM;
  return -1;
}

REPLACES_LIBC int execve(const char *path, char *const arguments[], char *const environment[]) {
  __typeof__(&execve) libc_execve = LIBC(execve);
  if (shell_is_allowed && libc_execve) return libc_execve(path, arguments, environment);
  errno = EPERM;
  return -1;
}

REPLACES_LIBC int execv(const char *path, char *const arguments[]) { return execve(path, arguments, environ); }

REPLACES_LIBC int execvp(const char *file, char *const arguments[]) {
  __typeof__(&execvp) libc_execvp = LIBC(execvp);
  if (shell_is_allowed && libc_execvp) return libc_execvp(file, arguments);
  errno = EPERM;
  return -1;
}

REPLACES_LIBC int posix_spawn(pid_t *child, const char *path, const posix_spawn_file_actions_t *actions,
                              const posix_spawnattr_t *attributes, char *const arguments[], char *const environment[]) {
  __typeof__(&posix_spawn) libc_spawn = LIBC(posix_spawn);
  if (shell_is_allowed && libc_spawn) return libc_spawn(child, path, actions, attributes, arguments, environment);
  return EPERM;
}

REPLACES_LIBC int posix_spawnp(pid_t *child, const char *file, const posix_spawn_file_actions_t *actions,
                               const posix_spawnattr_t *attributes, char *const arguments[], char *const environment[]) {
  __typeof__(&posix_spawnp) libc_spawnp = LIBC(posix_spawnp);
  if (shell_is_allowed && libc_spawnp) return libc_spawnp(child, file, actions, attributes, arguments, environment);
  return EPERM;
}

/// librpm gives an unknown option of a macro back as -optopt and takes what is above 0 for the place of the first argument. The C library
/// stores the option's letter as a char, which is below 0 for bytes above ASCII: librpm then reads beyond the arguments.
REPLACES_LIBC int getopt(int count, char *const words[], const char *options) {
  int letter = getopt_long(count, words, options, NULL, NULL);
  if (letter == '?' && optopt < 0) optopt = (unsigned char)optopt;
  return letter;
}
