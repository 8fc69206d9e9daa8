/* A library to be preloaded (LD_PRELOAD) that makes system calls of a program fail as a test says.

   The environment variable SCRUBD_FAULTS names a file of rules, read anew at every call, so that a fault begins when the
   file is written and ends when it is removed. A rule is a line of three words:

     CALL ERRNO PART        fsync 5 /audit/      the call fails with the number ERRNO where its path contains PART
     CALL -SIGNAL PART      write -9 /work/      the program gets the signal before the call is made
     step COUNT PART        step 17 /spool/      the program is killed before its call number COUNT on such a path

   CALL is write, fsync (fdatasync too), open, mkdir, rename, unlink or read; steps are counted over all but read. The single
   rule `clock SECONDS` sets the clock wrong by so much instead. */
#ifndef SCRUBD_FAULT_SHIM_H
#define SCRUBD_FAULT_SHIM_H
#endif
