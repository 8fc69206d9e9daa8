import Testing

@Test func `Audit room builds`() {}
