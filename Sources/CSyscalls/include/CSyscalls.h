#ifndef SCRUBD_CSYSCALLS_H
#define SCRUBD_CSYSCALLS_H
/// renameat2(2) with RENAME_NOREPLACE: 0, or -1 with errno set.
int scrubd_rename_noreplace(int from_directory, const char *from, int to_directory, const char *to);
#endif
