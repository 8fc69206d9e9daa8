import Testing

@Test func `Spool room builds`() {}
