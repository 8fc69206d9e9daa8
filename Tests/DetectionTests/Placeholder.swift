import Testing

@Test func `Detection room builds`() {}
