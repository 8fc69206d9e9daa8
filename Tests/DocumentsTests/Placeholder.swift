import Testing

@Test func `Documents room builds`() {}
