import Detection

/// Tells by the words in front of a date, or by the rule that found it, that it is a day or year of birth.
enum BirthContext {
  /// How far in front of the date the word may stand, in bytes.
  private static let reach = 32

  private static let words: [[UInt8]] = [
    "born", "dob", "birth", "birthdate", "birthday", "birthyear", "yob", "geboren", "geb",
    "geburtsdatum", "geburtsjahr", "nacido", "nacida", "nacimiento", "ne", "nee", "naissance",
    "nato", "nata", "nascido", "nascida",
  ].map { Array($0.utf8) }
  /// Words that may stand between: `born in early`, `DOB (M/D/Y)`, `d.o.b. is`.
  private static let between: [[UInt8]] = [
    "in", "on", "of", "the", "about", "around", "circa", "ca", "early", "late", "spring", "summer",
    "autumn", "fall", "winter", "date", "is", "was", "year", "back", "am", "en", "el", "le", "il",
    "m", "d", "y", "mm", "dd", "yy", "yyyy", "monday", "tuesday", "wednesday", "thursday", "friday",
    "saturday", "sunday",
  ].map { Array($0.utf8) }

  static func isBirth(_ finding: Finding, in text: [UInt8]) -> Bool {
    finding.rule.contains("birth") || isBirth(finding.range, in: text)
  }

  /// Whether a word of birth stands in front of `range`, with nothing between but small words and punctuation that ends
  /// no sentence.
  static func isBirth(_ range: Range<Int>, in text: [UInt8]) -> Bool {
    let start = max(0, range.lowerBound - reach)
    let before = TextView(Array(text[start..<range.lowerBound])).bytes
    if endsWithShortForm(before) { return true }
    var end = before.count
    while end > 0 {
      let byte = before[end - 1]
      guard ByteClass.isLetter(byte) else {
        if ByteClass.isDigit(byte) || byte == 0x3b || ByteClass.table[Int(byte)] == .newline {
          return false
        }
        end -= 1
        continue
      }
      var first = end
      while first > 0, ByteClass.isLetter(before[first - 1]) { first -= 1 }
      let word = before[first..<end].map { $0 | 0x20 }
      if words.contains(word) { return true }
      guard between.contains(word) else { return false }
      end = first
    }
    return false
  }

  /// `D.O.B. 3/4/31`, `mother (b. 1926)`.
  private static func endsWithShortForm(_ before: [UInt8]) -> Bool {
    let letters = before.filter { $0 != 0x20 && $0 != 0x3a }.suffix(6).map {
      ByteClass.isUpper($0) ? $0 | 0x20 : $0
    }
    if letters.suffix(6) == Array("d.o.b.".utf8) || letters.suffix(5) == Array("d.o.b".utf8) {
      return true
    }
    guard letters.suffix(2) == Array("b.".utf8) else { return false }
    // The `b` must be a word of its own.
    guard let place = before.lastIndex(where: { $0 | 0x20 == 0x62 }), place > 0 else { return true }
    return !ByteClass.isLetter(before[place - 1]) && !ByteClass.isDigit(before[place - 1])
  }
}
