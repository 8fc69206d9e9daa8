import Testing

@Test func `Redaction room builds`() {}
