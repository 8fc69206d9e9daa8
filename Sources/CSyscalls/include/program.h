#ifndef SCRUBD_PROGRAM_H
#define SCRUBD_PROGRAM_H
#include <stddef.h>
#include <stdint.h>

/// The linker's id of the running program, which another build does not have: its length, at most `room` bytes; 0 when it
/// has none.
size_t scrubd_build_id(uint8_t *bytes, size_t room);
#endif
