#define _GNU_SOURCE
#include "CSyscalls.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

int scrubd_rename_noreplace(int from_directory, const char *from, int to_directory, const char *to) {
  return renameat2(from_directory, from, to_directory, to, RENAME_NOREPLACE);
}

const char *scrubd_error_text(int number) {
  return strerrordesc_np(number);
}

int scrubd_probe_writer(int descriptor) {
  // A lease that somebody's open breaks is told by a signal, and SIGIO, the default one, would end the process.
  // SIGURG is ignored by default.
  if (fcntl(descriptor, F_SETSIG, SIGURG) == -1) return -1;
  if (fcntl(descriptor, F_SETLEASE, F_RDLCK) == -1) return errno == EAGAIN ? 1 : -1;
  fcntl(descriptor, F_SETLEASE, F_UNLCK);
  return 0;
}

uint64_t scrubd_mount_id(int descriptor) {
  struct statx status;
  if (statx(descriptor, "", AT_EMPTY_PATH, STATX_MNT_ID, &status) == -1) return 0;
  return status.stx_mask & STATX_MNT_ID ? status.stx_mnt_id : 0;
}

int scrubd_limit_memory(uint64_t bytes) {
  struct rlimit limit;
  if (getrlimit(RLIMIT_DATA, &limit) == -1) return -1;
  // What somebody else has set lower holds.
  if (limit.rlim_max == RLIM_INFINITY || limit.rlim_max > bytes) limit.rlim_max = bytes;
  limit.rlim_cur = limit.rlim_max;
  return setrlimit(RLIMIT_DATA, &limit);
}

int scrubd_forbid_core_dumps(void) {
  const struct rlimit none = {0, 0};
  if (setrlimit(RLIMIT_CORE, &none) == -1) return -1;
  // The language's runtime would print what lies in registers and memory, and hangs where nobody may look at a process.
  const int crashes[] = {SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGQUIT, SIGSEGV, SIGSYS, SIGTRAP};
  for (size_t i = 0; i < sizeof crashes / sizeof *crashes; i++) {
    if (signal(crashes[i], SIG_DFL) == SIG_ERR) return -1;
  }
  return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

int scrubd_event_counter(void) {
  return eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
}

void scrubd_event_raise(int descriptor) {
  eventfd_write(descriptor, 1);
}

void scrubd_event_reset(int descriptor) {
  eventfd_t count;
  eventfd_read(descriptor, &count);
}
