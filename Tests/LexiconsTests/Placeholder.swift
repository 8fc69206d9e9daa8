import Testing

@Test func `Lexicons room builds`() {}
