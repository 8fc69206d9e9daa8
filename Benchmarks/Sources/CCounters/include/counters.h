/* Counters of the running process that Swift cannot reach by itself. */
#ifndef SCRUBD_COUNTERS_H
#define SCRUBD_COUNTERS_H

#include <stdint.h>

/* Blocks that were allocated since the process started: every malloc, calloc, realloc of a null pointer, and aligned
   allocation of this program and the libraries it is linked with. */
uint64_t counters_allocations(void);

/* Opens a counter of the instructions this process retires in user mode. -1 when the machine does not count them. */
int counters_open_instructions(void);

/* Instructions since the counter was opened; -1 on failure. */
int64_t counters_read_instructions(int counter);

/* Seconds of processor time this process has used, in user and system mode. */
double counters_cpu_seconds(void);

/* Seconds of processor time that the children waited for have used. */
double counters_children_cpu_seconds(void);

/* The largest resident set of any child waited for, in KiB. */
long counters_children_peak_kib(void);

#endif
