#ifndef SCRUBD_MEMORY_H
#define SCRUBD_MEMORY_H
#include <stdint.h>

/// Has the allocator give memory that nobody uses back to the kernel, where it can.
void scrubd_trim_heap(void);

/// Takes the pages from `start` for `length` bytes out of this process's memory: 0, or -1 with errno set. What is no
/// unchanged mapping of a file is lost with that.
int scrubd_drop_pages(uint64_t start, uint64_t length);
#endif
