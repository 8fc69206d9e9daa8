#ifndef SCRUBD_CSYSCALLS_H
#define SCRUBD_CSYSCALLS_H
#include "memory.h"
#include "notify.h"
#include "process.h"
#include "program.h"
#include <stdint.h>

/// renameat2(2) with RENAME_NOREPLACE: 0, or -1 with errno set.
int scrubd_rename_noreplace(int from_directory, const char *from, int to_directory, const char *to);

/// The plain meaning of an errno, or NULL when it has none. Static storage.
const char *scrubd_error_text(int number);

/// Whether anybody has the regular file behind a read-only descriptor open for writing: 0 nobody, 1 somebody,
/// -1 not to be told here (not the owner and no CAP_LEASE, or no leases on this file system).
int scrubd_probe_writer(int descriptor);

/// The id of the mount a descriptor's file lies on, or 0 when the kernel does not say (before 5.8).
uint64_t scrubd_mount_id(int descriptor);

/// Forbids core dumps, reports of a crash by the language's runtime, and reading this process's memory by others of the same
/// user: 0, or -1 with errno set.
int scrubd_forbid_core_dumps(void);

/// Limits the memory this process may take for its data (RLIMIT_DATA), in bytes: 0, or -1 with errno set.
int scrubd_limit_memory(uint64_t bytes);

/// A new event counter (eventfd(2)) that never blocks and is not inherited: its descriptor, or -1 with errno set.
int scrubd_event_counter(void);

/// Raises a counter, which makes its descriptor readable. It fails only when the counter is full, and readable anyway.
void scrubd_event_raise(int descriptor);

/// Sets a counter to zero, which makes its descriptor unreadable.
void scrubd_event_reset(int descriptor);
#endif
