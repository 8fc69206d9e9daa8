import Testing

@Test func `Scrubd room builds`() {}
