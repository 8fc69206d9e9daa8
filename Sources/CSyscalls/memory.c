#define _GNU_SOURCE
#include "memory.h"
#include <malloc.h>
#include <sys/mman.h>

void scrubd_trim_heap(void) {
#ifdef __GLIBC__
  malloc_trim(0);
#endif
}

int scrubd_drop_pages(uint64_t start, uint64_t length) {
  return madvise((void *)(uintptr_t)start, length, MADV_DONTNEED);
}
