import Testing

@Test func `Patterns room builds`() {}
