/// Reads the fixed beginning of a line the log wrote, byte for byte.
struct LineScanner {
  private var rest: ArraySlice<UInt8>

  init(_ line: ArraySlice<UInt8>) { rest = line }

  /// Steps over `text`; false when something else stands there.
  mutating func skip(_ text: String) -> Bool {
    guard rest.starts(with: text.utf8) else { return false }
    rest = rest.dropFirst(text.utf8.count)
    return true
  }

  /// The next `count` bytes; nil when there are fewer.
  mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
    guard rest.count >= count else { return nil }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }

  /// The bytes up to the next quotation mark; nil when there is none.
  mutating func takeUntilQuote() -> ArraySlice<UInt8>? {
    guard let quote = rest.firstIndex(of: UInt8(ascii: "\"")) else { return nil }
    return take(quote - rest.startIndex)
  }

  /// Larger than any log grows, and far from where arithmetic overflows.
  private static let largestNumber = 1 << 53

  /// A whole number as the log writes it: no sign, no leading zero.
  mutating func number() -> Int? {
    let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard let number = Int(String(decoding: digits, as: UTF8.self)),
      number <= LineScanner.largestNumber, String(number).utf8.count == digits.count
    else { return nil }
    rest = rest.dropFirst(digits.count)
    return number
  }
}
