import Testing

@Test func `Daemon room builds`() {}
