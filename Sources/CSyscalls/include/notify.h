#ifndef SCRUBD_NOTIFY_H
#define SCRUBD_NOTIFY_H
/// Sends `length` bytes of `state` as one datagram to the UNIX socket at `path` (`@name` for the abstract namespace):
/// 0, or -1 with errno set. Waits up to `patience` milliseconds while the receiver's queue is full; 0 never waits.
int scrubd_notify(const char *path, const char *state, unsigned long length,
                  unsigned int patience);
#endif
