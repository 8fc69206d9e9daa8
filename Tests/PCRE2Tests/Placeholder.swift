import Testing

@Test func `PCRE2 room builds`() {}
