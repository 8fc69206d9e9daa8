import Testing

@testable import Settings

@Suite struct QuantityTests {
  private static let quantities: [(String, Int?)] = [
    ("0", 0), ("120", 120), ("64 MiB", 67_108_864), ("64MiB", 67_108_864), ("1 KiB", 1024),
    ("2 GiB", 2_147_483_648), ("", nil), ("-1", nil), ("+1", nil), ("1.5 GiB", nil),
    ("64 MB", nil), ("MiB", nil), ("64 mib", nil), ("0x10", nil), ("\u{661}", nil),
    ("9223372036854775807", Int.max), ("9223372036854775808", nil), ("9007199254740993 GiB", nil),
  ]

  @Test(arguments: quantities)
  func `a quantity is a whole number, with or without a unit`(_ text: String, _ number: Int?) {
    #expect(Quantity.parse(text) == number)
  }

  @Test(arguments: [
    (0, "0"), (1000, "1000"), (1024, "1 KiB"), (1536, "1536"), (1 << 20, "1 MiB"),
    (3 << 29, "1536 MiB"), (2 << 30, "2 GiB"),
  ])
  func `bytes are told in the largest unit that leaves a whole number`(
    _ bytes: Int, _ text: String
  ) {
    #expect(Quantity.text(bytes) == text)
    #expect(Quantity.parse(text) == bytes)
  }

  @Test(arguments: [
    ("/a/b", "/c", "/a/b"), ("b", "/a", "/a/b"), ("../b/./c//d", "/a", "/b/c/d"),
    ("../../..", "/a", "/"), (".", "/a/b", "/a/b"),
  ])
  func `a path is made absolute`(_ path: String, _ base: String, _ expected: String) {
    #expect(Paths.absolute(path, from: base) == expected)
  }
}
