import Testing

@Test func `Syscalls room builds`() {}
