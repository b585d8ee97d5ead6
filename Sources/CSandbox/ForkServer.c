// What a process needs that forks others on its parent's behalf.
#define _GNU_SOURCE
#include "CSandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

pid_t rpmscope_fork_sibling(void) {
  // Not libc's fork, which cannot be told whose child it makes. In a process with one thread nothing is missed of what that does besides.
#ifdef __s390x__
  return (pid_t)syscall(SYS_clone, NULL, CLONE_PARENT | SIGCHLD, NULL, NULL, 0);
#else
  return (pid_t)syscall(SYS_clone, CLONE_PARENT | SIGCHLD, NULL, NULL, NULL, 0);
#endif
}

bool rpmscope_serve_parent(int kept, pid_t parent) {
  if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || getppid() != parent) return false;
  int null = open("/dev/null", O_RDWR | O_CLOEXEC);
  if (null < 0 || dup2(null, STDIN_FILENO) < 0 || dup2(null, STDOUT_FILENO) < 0) return false;
  // Older kernels lack close_range; then descriptors are closed one by one, as far as they may be open.
  if (kept > 3) syscall(SYS_close_range, 3, kept - 1, 0);
  if (syscall(SYS_close_range, kept + 1, ~0U, 0) != 0)
    for (int descriptor = 3; descriptor < 1024; descriptor++)
      if (descriptor != kept) close(descriptor);
  return true;
}

int rpmscope_request_file(void) { return memfd_create("request", MFD_CLOEXEC); }

bool rpmscope_message_sockets(int *first, int *second) {
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0) return false;
  *first = ends[0];
  *second = ends[1];
  return true;
}

enum { descriptor_count = 2 };

/// A message of one byte, as descriptors cannot travel without any, with room for descriptors beside it.
struct descriptor_message {
  char byte;
  struct iovec data;
  _Alignas(struct cmsghdr) char room[CMSG_SPACE(sizeof(int) * descriptor_count)];
  struct msghdr header;
};

static void prepare(struct descriptor_message *message) {
  memset(message, 0, sizeof *message);
  message->data = (struct iovec){.iov_base = &message->byte, .iov_len = 1};
  message->header = (struct msghdr){
    .msg_iov = &message->data, .msg_iovlen = 1, .msg_control = message->room, .msg_controllen = sizeof message->room};
}

bool rpmscope_send_descriptors(int socket, int first, int second) {
  struct descriptor_message message;
  prepare(&message);
  struct cmsghdr *control = CMSG_FIRSTHDR(&message.header);
  control->cmsg_level = SOL_SOCKET;
  control->cmsg_type = SCM_RIGHTS;
  control->cmsg_len = CMSG_LEN(sizeof(int) * descriptor_count);
  memcpy(CMSG_DATA(control), (int[descriptor_count]){first, second}, sizeof(int) * descriptor_count);
  ssize_t sent;
  do sent = sendmsg(socket, &message.header, MSG_NOSIGNAL);
  while (sent < 0 && errno == EINTR);
  return sent == 1;
}

bool rpmscope_receive_descriptors(int socket, int *first, int *second) {
  struct descriptor_message message;
  prepare(&message);
  ssize_t received;
  do received = recvmsg(socket, &message.header, MSG_CMSG_CLOEXEC);
  while (received < 0 && errno == EINTR);
  struct cmsghdr *control = received == 1 ? CMSG_FIRSTHDR(&message.header) : NULL;
  if (control == NULL || control->cmsg_type != SCM_RIGHTS || control->cmsg_len != CMSG_LEN(sizeof(int) * descriptor_count)) return false;
  int descriptors[descriptor_count];
  memcpy(descriptors, CMSG_DATA(control), sizeof descriptors);
  *first = descriptors[0];
  *second = descriptors[1];
  return true;
}
