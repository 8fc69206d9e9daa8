#define _GNU_SOURCE
#include "CSyscalls.h"
#include <stdio.h>

int scrubd_rename_noreplace(int from_directory, const char *from, int to_directory, const char *to) {
  return renameat2(from_directory, from, to_directory, to, RENAME_NOREPLACE);
}
