import Testing

@Test func `Pipeline room builds`() {}
