import Testing

@Test func `Settings room builds`() {}
