import Detection

/// A part of a written date: a number, a month, or what stands between.
struct DatePiece: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    /// One or two digits; `isOrdinal` when `st`, `nd`, `rd` or `th` is joined on, `isYear` behind an apostrophe.
    case number(Int, isOrdinal: Bool, isYear: Bool)
    case year(Int)
    /// Eight digits, year first.
    case compact(Int)
    case month(Int)
    /// `/`, `-` or `.` between numbers.
    case mark(UInt8)
    /// `to`, `and`, a dash.
    case joiner(isAnd: Bool)
  }

  var kind: Kind
  /// In bytes of the value; an ordinal's suffix is inside.
  var range: Range<Int>
}

/// Takes a written date apart.
enum DatePieces {
  /// Words that say nothing of which day it is.
  private static let fillers: Set<String> = ["of", "the", "on", "day", "de", "del", "date"]
  private static let toWords: Set<String> = ["to", "through", "thru", "until", "till"]

  /// Nil when `value` holds anything that is no part of a date this calendar knows.
  static func read(_ value: [UInt8]) -> [DatePiece]? {
    var pieces: [DatePiece] = []
    var index = 0
    while index < value.count {
      let byte = value[index]
      if ByteClass.isDigit(byte) {
        guard let piece = number(value, at: index) else { return nil }
        // A clock time behind the day: `T10:00:00Z`.
        if piece.range.upperBound < value.count, value[piece.range.upperBound] == 0x3a {
          return nil
        }
        pieces.append(piece)
        index = piece.range.upperBound
      } else if ByteClass.isLetter(byte) {
        let end = letters(value, from: index)
        if isClockTime(value, index, end) { return pieces }
        guard let found = word(value, index..<end) else { return nil }
        if let kind = found { pieces.append(DatePiece(kind: kind, range: index..<end)) }
        index = end
      } else {
        guard let found = sign(value, at: index) else { return nil }
        if let kind = found.kind {
          pieces.append(DatePiece(kind: kind, range: index..<index + found.length))
        }
        index += found.length
      }
    }
    return pieces
  }

  private static func letters(_ value: [UInt8], from start: Int) -> Int {
    var end = start
    while end < value.count, ByteClass.isLetter(value[end]) { end += 1 }
    return end
  }

  private static func isClockTime(_ value: [UInt8], _ start: Int, _ end: Int) -> Bool {
    end == start + 1 && value[start] | 0x20 == 0x74 && end + 2 < value.count
      && ByteClass.isDigit(value[end]) && ByteClass.isDigit(value[end + 1])
      && value[end + 2] == 0x3a
  }

  private static func number(_ value: [UInt8], at start: Int) -> DatePiece? {
    var end = start
    while end < value.count, ByteClass.isDigit(value[end]) { end += 1 }
    guard let number = Int(String(decoding: value[start..<end], as: UTF8.self)) else { return nil }
    switch end - start {
    case 1, 2:
      let wordEnd = letters(value, from: end)
      let suffix = String(decoding: value[end..<wordEnd].map { $0 | 0x20 }, as: UTF8.self)
      let isOrdinal = ["st", "nd", "rd", "th"].contains(suffix)
      let isYear = start > 0 && (value[start - 1] == 0x27 || value[start - 1] == 0x99)
      return DatePiece(
        kind: .number(number, isOrdinal: isOrdinal, isYear: isYear),
        range: start..<(isOrdinal ? wordEnd : end))
    case 4: return DatePiece(kind: .year(number), range: start..<end)
    case 8: return DatePiece(kind: .compact(number), range: start..<end)
    default: return nil
    }
  }

  /// The kind of a word; `.some(nil)` for one that may be skipped.
  private static func word(_ value: [UInt8], _ range: Range<Int>) -> DatePiece.Kind?? {
    let word = value[range].map { $0 | 0x20 }
    if let month = CalendarWords.month(word) { return .some(.month(month)) }
    if CalendarWords.isWeekday(word) { return .some(nil) }
    let text = String(decoding: word, as: UTF8.self)
    if fillers.contains(text) { return .some(nil) }
    if toWords.contains(text) { return .some(.joiner(isAnd: false)) }
    return text == "and" ? .some(.joiner(isAnd: true)) : nil
  }

  /// A sign, and how many bytes it has; nil for one that no date holds.
  private static func sign(_ value: [UInt8], at index: Int) -> (kind: DatePiece.Kind?, length: Int)?
  {
    switch value[index] {
    case 0x2f, 0x2d, 0x2e: return (.mark(value[index]), 1)
    case 0x20, 0x09, 0x0a, 0x0d, 0x2c, 0x27, 0x28, 0x29: return (nil, 1)
    case 0x26: return (.joiner(isAnd: true), 1)
    // Dashes and apostrophes of typography; a space that does not break.
    case 0xe2 where value[index...].starts(with: [0xe2, 0x80, 0x99]): return (nil, 3)
    case 0xe2 where value[index...].starts(with: [0xe2, 0x80, 0x91]): return (.mark(0x2d), 3)
    case 0xe2 where value[index...].starts(with: [0xe2, 0x80, 0xaf]): return (nil, 3)
    case 0xe2
    where index + 2 < value.count && value[index + 1] == 0x80
      && (0x90...0x95).contains(value[index + 2]):
      return (.joiner(isAnd: false), 3)
    case 0xc2 where index + 1 < value.count && value[index + 1] == 0xa0: return (nil, 2)
    default: return nil
    }
  }
}
