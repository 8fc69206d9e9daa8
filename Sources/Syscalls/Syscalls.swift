// Syscalls
