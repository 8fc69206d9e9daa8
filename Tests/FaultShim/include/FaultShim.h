/* A library to be preloaded (LD_PRELOAD) that makes system calls of a program fail as a test says.

   The environment variable SCRUBD_FAULTS names a file of rules, read anew at every call, so that a fault begins when the
   file is written and ends when it is removed. A rule is a line of three words:

     CALL ERRNO PART        fsync 5 /audit/

   The single rule `clock SECONDS` sets the clock wrong by so much instead. CALL is write, fsync (fdatasync too), open, mkdir, rename, unlink or read; the call fails with the number ERRNO where
   the path it works on contains PART. */
#ifndef SCRUBD_FAULT_SHIM_H
#define SCRUBD_FAULT_SHIM_H
#endif
