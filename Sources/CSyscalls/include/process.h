#ifndef SCRUBD_PROCESS_H
#define SCRUBD_PROCESS_H
#include <stddef.h>
#include <stdint.h>

/// Takes the right to write from pages that hold machine code, from `start` for `length` bytes: 0, or -1 with errno set.
int scrubd_protect_code(uint64_t start, uint64_t length);

/// Has the kernel refuse this process new memory that is writable and executable, until it replaces itself by another
/// program: 0, or -1 with errno set (EINVAL where the kernel cannot do that; it can from Linux 6.6 on).
int scrubd_refuse_new_code(void);

/// Whether the kernel refuses this process new memory that is writable and executable: 1, or 0.
int scrubd_refuses_new_code(void);

/// Whether this kernel could: 1, or 0.
int scrubd_can_refuse_new_code(void);

/// Replaces this process by a program with the environment it has: -1 with errno set, or it does not return. Signals that
/// were caught or blocked are as at a fresh start, but for SIGHUP, which stays ignored until the program says otherwise.
///
/// `arguments` ends with NULL.
int scrubd_replace_process(const char *path, char *const arguments[]);

/// Takes the ambient capabilities from the calling thread and from what it starts: 0, or -1 with errno set.
int scrubd_drop_ambient_capabilities(void);

/// Starts a program in a session of its own with one argument, its path, no environment but a PATH, and no descriptors but
/// `input` as standard input; standard output and error go nowhere. 0, or the number of the error.
int scrubd_start_program(const char *path, int input, int *process);

/// Asks whether a program that was started has ended: 1 when it has, with its `status` as waitpid(2) tells it; 0 when it
/// runs; -1 with errno set.
int scrubd_program_ended(int process, int *status);

/// Ends a program that was started, and all of its session's process group.
void scrubd_end_program(int process);
/// A new file in memory that is not inherited: its descriptor, or -1 with errno set.
int scrubd_memory_file(void);
#endif
