#define _GNU_SOURCE
#include "process.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

// Of linux/prctl.h; the headers of older distributions do not have them, and the kernel that runs may.
#define SCRUBD_SET_MDWE 65
#define SCRUBD_GET_MDWE 66
#define SCRUBD_MDWE_REFUSE_EXEC_GAIN 1ul
// Without it a program that replaces this one would have no machine code at all.
#define SCRUBD_MDWE_NO_INHERIT 2ul

int scrubd_protect_code(uint64_t start, uint64_t length) {
  return mprotect((void *)(uintptr_t)start, length, PROT_READ | PROT_EXEC);
}

int scrubd_refuse_new_code(void) {
  return prctl(SCRUBD_SET_MDWE, SCRUBD_MDWE_REFUSE_EXEC_GAIN | SCRUBD_MDWE_NO_INHERIT, 0ul, 0ul, 0ul);
}

int scrubd_refuses_new_code(void) {
  int answer = prctl(SCRUBD_GET_MDWE, 0ul, 0ul, 0ul, 0ul);
  return answer > 0 && (answer & SCRUBD_MDWE_REFUSE_EXEC_GAIN);
}

int scrubd_can_refuse_new_code(void) {
  // NO_INHERIT by itself is refused with EINVAL by every kernel. One that knows neither the call nor the flag cannot be
  // told from that without trying, which cannot be undone: so a short-lived child tries.
  pid_t child = fork();
  if (child == -1) return 0;
  if (child == 0) _exit(scrubd_refuse_new_code() == 0 ? 0 : 1);
  int status = 1;
  while (waitpid(child, &status, 0) == -1 && errno == EINTR) {
  }
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

int scrubd_replace_process(const char *path, char *const arguments[]) {
  for (int number = 1; number < NSIG; number++) {
    if (number != SIGKILL && number != SIGSTOP && number != SIGHUP) signal(number, SIG_DFL);
  }
  signal(SIGHUP, SIG_IGN);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  return execve(path, arguments, environ);
}

int scrubd_drop_ambient_capabilities(void) {
  return prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0ul, 0ul, 0ul);
}

int scrubd_start_program(const char *path, int input, int *process) {
  char *const arguments[] = {(char *)path, NULL};
  char *const environment[] = {"PATH=/usr/local/bin:/usr/bin:/bin", NULL};
  posix_spawn_file_actions_t files;
  posix_spawnattr_t attributes;
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  posix_spawn_file_actions_init(&files);
  posix_spawnattr_init(&attributes);
  posix_spawn_file_actions_adddup2(&files, input, 0);
  posix_spawn_file_actions_addopen(&files, 1, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_adddup2(&files, 1, 2);
  posix_spawn_file_actions_addclosefrom_np(&files, 3);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  pid_t child = 0;
  int error = posix_spawn(&child, path, &files, &attributes, arguments, environment);
  posix_spawn_file_actions_destroy(&files);
  posix_spawnattr_destroy(&attributes);
  *process = child;
  return error;
}

int scrubd_program_ended(int process, int *status) {
  pid_t ended = waitpid(process, status, WNOHANG);
  if (ended == process) return 1;
  return ended == 0 || errno == EINTR ? 0 : -1;
}

void scrubd_end_program(int process) {
  kill(-process, SIGKILL);
}

int scrubd_memory_file(void) {
  return memfd_create("scrubd", MFD_CLOEXEC);
}
