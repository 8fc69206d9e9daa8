import Detection

/// Telephone numbers of nobody: the exchange 555 with a line from 0100 to 0199, which the North American Numbering Plan
/// keeps for fiction.
enum PhoneShape {
  private static let fewestDigits = 7

  /// The digits for those of `value`: an area code and the fictional exchange where there are ten, more at the end for an
  /// extension.
  static func digits(like value: [UInt8], _ numbers: inout DrawnNumbers) -> [UInt8] {
    let written = value.filter(ByteClass.isDigit)
    let hasPrefix = written.count >= 11 && written.first == 0x31
    let count = written.count - (hasPrefix ? 1 : 0)
    let line = Array("55501".utf8) + [numbers.digit(), numbers.digit()]
    if count < 10 {
      return line + (0..<max(0, count - fewestDigits)).map { _ in numbers.digit() }
    }
    let area = [
      0x32 + UInt8(numbers.next(below: 8)), 0x30 + UInt8(numbers.next(below: 9)), numbers.digit(),
    ]
    let extensionDigits = (0..<count - 10).map { _ in numbers.digit() }
    return (hasPrefix ? [0x31] : []) + area + line + extensionDigits
  }

  /// The digits in the punctuation of `value`; in a plain one where `value` has another count of digits, as a number of
  /// four has or one in words.
  static func written(_ digits: [UInt8], like value: [UInt8]) -> [UInt8]? {
    guard value.count(where: ByteClass.isDigit) == digits.count,
      // A full-width digit would stay.
      TextView(value).bytes.count(where: ByteClass.isDigit) == digits.count
    else {
      guard digits.count == fewestDigits else { return nil }
      return digits[..<3] + [0x2d] + digits[3...]
    }
    var next = digits.makeIterator()
    return value.map { ByteClass.isDigit($0) ? next.next() ?? $0 : $0 }
  }
}
