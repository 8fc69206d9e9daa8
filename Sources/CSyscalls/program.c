#define _GNU_SOURCE
#include "program.h"
#include <elf.h>
#include <link.h>
#include <string.h>

struct wanted {
  uint8_t *bytes;
  size_t room;
  size_t count;
};

/* Copies the build id out of a segment of notes, if one is there and fits. */
static void read_notes(const uint8_t *notes, size_t size, struct wanted *wanted) {
  size_t at = 0;
  while (at + sizeof(ElfW(Nhdr)) <= size) {
    const ElfW(Nhdr) *note = (const ElfW(Nhdr) *)(notes + at);
    size_t name = at + sizeof *note;
    size_t value = name + ((note->n_namesz + 3u) & ~3u);
    at = value + ((note->n_descsz + 3u) & ~3u);
    if (at > size) return;
    if (note->n_type != NT_GNU_BUILD_ID || note->n_namesz != 4 || memcmp(notes + name, "GNU", 4) != 0) continue;
    if (note->n_descsz > wanted->room) return;
    memcpy(wanted->bytes, notes + value, note->n_descsz);
    wanted->count = note->n_descsz;
    return;
  }
}

/* Called for the program first, and ends the walk there. */
static int look(struct dl_phdr_info *info, size_t size, void *context) {
  (void)size;
  for (int i = 0; i < info->dlpi_phnum; i++) {
    const ElfW(Phdr) *segment = &info->dlpi_phdr[i];
    if (segment->p_type != PT_NOTE) continue;
    read_notes((const uint8_t *)(info->dlpi_addr + segment->p_vaddr), segment->p_memsz, context);
  }
  return 1;
}

size_t scrubd_build_id(uint8_t *bytes, size_t room) {
  struct wanted wanted = {.bytes = bytes, .room = room};
  dl_iterate_phdr(look, &wanted);
  return wanted.count;
}
