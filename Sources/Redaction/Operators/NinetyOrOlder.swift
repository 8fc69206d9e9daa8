import Detection

/// Writes an age over 89, told or implied, as the one category the rule allows (45 CFR 164.514(b)(2)(i)(C)).
enum NinetyOrOlder {
  /// - Parameters:
  ///   - value: `93`, `ninety-three`, `95th`, `nonagenarian`, `tenth decade of life`.
  ///   - next: the byte behind the value; 0 at the end of the text.
  static func text(for value: ArraySlice<UInt8>, before next: UInt8) -> [UInt8] {
    let words = String(
      decoding: value.map { ByteClass.isUpper($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    return Array(text(words, isJoined: next == 0x2d).utf8)
  }

  private static func text(_ words: String, isJoined: Bool) -> String {
    if words.contains("decade") {
      return "tenth or later decade" + (words.hasSuffix("of life") ? " of life" : "")
    }
    if words.hasSuffix("narian") { return "person aged 90 or older" }
    if words.hasSuffix("narians") { return "people aged 90 or older" }
    // `in her mid-nineties`; `in their nineties` goes as a whole.
    if words.hasSuffix("nineties") || words.hasSuffix("90s"), !words.hasPrefix("in ") {
      return "nineties or later"
    }
    if isOrdinal(words) { return isJoined ? "90th-or-later" : "90th or later" }
    // `a 90-or-older-year-old man`.
    return isJoined ? "90-or-older" : "90 or older"
  }

  /// `95th`, `ninetieth`, `hundred and first`.
  private static func isOrdinal(_ words: String) -> Bool {
    if words.hasSuffix("hundredth") { return true }
    let last = words.split { $0 == " " || $0 == "-" }.last ?? ""
    if let digit = last.utf8.first, ByteClass.isDigit(digit) {
      return ["st", "nd", "rd", "th"].contains { last.hasSuffix($0) }
    }
    return [
      "first", "second", "third", "tieth", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
    ]
    .contains { last.hasSuffix($0) }
  }
}
