#define _GNU_SOURCE
#include "notify.h"
#include <errno.h>
#include <stddef.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

int scrubd_notify(const char *path, const char *state, unsigned long length,
                  unsigned int patience) {
  struct sockaddr_un address = {.sun_family = AF_UNIX};
  size_t size = strlen(path);
  if (size < 2 || size >= sizeof address.sun_path) {
    errno = EINVAL;
    return -1;
  }
  memcpy(address.sun_path, path, size);
  if (path[0] == '@') address.sun_path[0] = 0;
  int descriptor = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  if (descriptor == -1) return -1;
  struct timeval timeout = {.tv_sec = patience / 1000, .tv_usec = patience % 1000 * 1000L};
  int flags = MSG_NOSIGNAL;
  // A timeout of zero would be a wait without end, and so would one that could not be set.
  if (patience == 0 ||
      setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &timeout, sizeof timeout) == -1) {
    flags |= MSG_DONTWAIT;
  }
  ssize_t sent = sendto(descriptor, state, length, flags, (struct sockaddr *)&address,
                        (socklen_t)(offsetof(struct sockaddr_un, sun_path) + size));
  int error = errno;
  close(descriptor);
  errno = error;
  return sent == (ssize_t)length ? 0 : -1;
}
