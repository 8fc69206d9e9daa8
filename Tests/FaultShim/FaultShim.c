#define _GNU_SOURCE
#include "FaultShim.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

/* The rules as text; its length, 0 when no fault is on. Only raw system calls, so that nothing comes back here. */
static long rules(char *text, size_t room) {
  const char *path = getenv("SCRUBD_FAULTS");
  if (path == NULL) return 0;
  long file = syscall(SYS_openat, AT_FDCWD, path, O_RDONLY | O_CLOEXEC, 0);
  if (file < 0) return 0;
  long length = syscall(SYS_read, file, text, room - 1);
  syscall(SYS_close, file);
  if (length < 0) length = 0;
  text[length] = 0;
  return length;
}

static void path_of(int descriptor, char *path, size_t room) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  long length = syscall(SYS_readlinkat, AT_FDCWD, link, path, room - 1);
  path[length > 0 ? length : 0] = 0;
}

/* Sends a signal to this very thread, so that it takes effect before anything else happens here. */
static void deliver(int signal) {
  syscall(SYS_tgkill, syscall(SYS_getpid), syscall(SYS_gettid), signal);
}

/* Whether a step is the one before which the program is to be killed. */
static bool is_last_step(const char *call, int count) {
  static atomic_int steps = 0;
  return strcmp(call, "read") != 0 && atomic_fetch_add(&steps, 1) + 1 == count;
}

/* The error `call` has to fail with on `name` in the folder `descriptor`, or on the file itself when there is no name; 0
   when it goes ahead. */
static int fault(const char *call, int descriptor, const char *name) {
  char text[1024];
  if (rules(text, sizeof text) == 0) return 0;
  char path[PATH_MAX * 2] = "";
  if (name == NULL || name[0] != '/') {
    if (descriptor != AT_FDCWD) path_of(descriptor, path, PATH_MAX);
    strncat(path, "/", sizeof path - strlen(path) - 1);
  }
  if (name != NULL) strncat(path, name, sizeof path - strlen(path) - 1);
  char *rest = NULL;
  for (char *line = strtok_r(text, "\n", &rest); line != NULL; line = strtok_r(NULL, "\n", &rest)) {
    char wanted[16], part[256];
    int number;
    if (sscanf(line, "%15s %d %255s", wanted, &number, part) != 3) continue;
    if (strstr(path, part) == NULL) continue;
    if (strcmp(wanted, "step") == 0 && is_last_step(call, number)) deliver(SIGKILL);
    if (strcmp(wanted, call) != 0) continue;
    if (number > 0) return number;
    deliver(-number);
  }
  return 0;
}

/* Fails the surrounding function as a rule says. */
#define FAIL_IF_TOLD(call, descriptor, name) \
  do { \
    int number = fault(call, descriptor, name); \
    if (number != 0) { errno = number; return -1; } \
  } while (0)

#define REAL(function) ((__typeof__(&function))dlsym(RTLD_NEXT, #function))

ssize_t write(int file, const void *bytes, size_t count) {
  /* Standard error and pipes have no path that a rule could name. */
  FAIL_IF_TOLD("write", file, NULL);
  return REAL(write)(file, bytes, count);
}

ssize_t read(int file, void *bytes, size_t count) {
  FAIL_IF_TOLD("read", file, NULL);
  return REAL(read)(file, bytes, count);
}

int fsync(int file) {
  FAIL_IF_TOLD("fsync", file, NULL);
  return REAL(fsync)(file);
}

int fdatasync(int file) {
  FAIL_IF_TOLD("fsync", file, NULL);
  return REAL(fdatasync)(file);
}

int openat(int folder, const char *name, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = va_arg(rest, mode_t);
  va_end(rest);
  FAIL_IF_TOLD("open", folder, name);
  return REAL(openat)(folder, name, flags, mode);
}

int openat64(int folder, const char *name, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = va_arg(rest, mode_t);
  va_end(rest);
  FAIL_IF_TOLD("open", folder, name);
  return REAL(openat64)(folder, name, flags, mode);
}

int mkdirat(int folder, const char *name, mode_t mode) {
  FAIL_IF_TOLD("mkdir", folder, name);
  return REAL(mkdirat)(folder, name, mode);
}

int renameat2(int from, const char *old, int to, const char *new, unsigned flags) {
  FAIL_IF_TOLD("rename", to, new);
  return REAL(renameat2)(from, old, to, new, flags);
}

int renameat(int from, const char *old, int to, const char *new) {
  FAIL_IF_TOLD("rename", to, new);
  return REAL(renameat)(from, old, to, new);
}

int unlinkat(int folder, const char *name, int flags) {
  FAIL_IF_TOLD("unlink", folder, name);
  return REAL(unlinkat)(folder, name, flags);
}

/* Seconds by which the clock is set wrong: the number of a rule for `clock`. */
static long skew(void) {
  char text[1024], wanted[16];
  long seconds;
  if (rules(text, sizeof text) == 0) return 0;
  return sscanf(text, "%15s %ld", wanted, &seconds) == 2 && strcmp(wanted, "clock") == 0 ? seconds : 0;
}

int clock_gettime(clockid_t clock, struct timespec *now) {
  int result = (int)syscall(SYS_clock_gettime, clock, now);
  if (clock == CLOCK_REALTIME && result == 0) now->tv_sec += skew();
  return result;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone) {
  int result = (int)syscall(SYS_gettimeofday, now, zone);
  if (result == 0) now->tv_sec += skew();
  return result;
}

time_t time(time_t *now) {
  time_t seconds = (time_t)(syscall(SYS_time, NULL) + skew());
  if (now != NULL) *now = seconds;
  return seconds;
}
