import Lexicons

/// The document as recognizers see it: accents, typographic marks, look-alike letters and zero-width characters folded
/// away, with an exact way back to the bytes of the document.
///
/// Text that is ASCII through and through is its own view and costs nothing.
package struct TextView: Sendable {
  /// The folded bytes: valid UTF-8, mostly ASCII.
  package private(set) var bytes: [UInt8]
  /// For each view byte (and one past the last) the offset of its source in the text; empty when they are the same.
  private var origins: [UInt32]
  /// Bytes of the text the view was made of.
  private let textCount: Int
  /// How the run of look-alike letters goes on that was read ahead last.
  private var ahead = Ahead()

  /// A run of look-alike letters that was read to its end, so that each is read ahead once and not once a letter.
  private struct Ahead: Sendable {
    /// Where the reading stopped, in bytes of the text.
    var end = 0
    /// Whether a Latin letter stands there.
    var isLatin = false
  }

  /// Folds `text`, which must be valid UTF-8 (`Documents` decodes first).
  package init(_ text: [UInt8]) {
    textCount = text.count
    origins = []
    guard let firstHigh = text.firstIndex(where: { $0 >= 0x80 }) else {
      bytes = text
      return
    }
    bytes = []
    bytes.reserveCapacity(text.count)
    origins.reserveCapacity(text.count + 1)
    bytes.append(contentsOf: text[..<firstHigh])
    origins.append(contentsOf: 0..<UInt32(truncatingIfNeeded: firstHigh))
    var index = firstHigh
    while index < text.count {
      index = foldScalar(in: text, at: index)
      // What is ASCII is copied run by run.
      let start = index
      while index < text.count, text[index] < 0x80 { index += 1 }
      bytes.append(contentsOf: text[start..<index])
      origins.append(
        contentsOf: UInt32(truncatingIfNeeded: start)..<UInt32(truncatingIfNeeded: index))
    }
    origins.append(UInt32(truncatingIfNeeded: text.count))
  }

  /// Whether view and text are byte for byte the same.
  package var isIdentity: Bool { origins.isEmpty }

  /// The bytes of the text that a range of the view came from, dropped characters inside and right behind included.
  package func textRange(of range: Range<Int>) -> Range<Int> {
    if origins.isEmpty { return range }
    let start = Int(origins[range.lowerBound])
    var upper = range.upperBound
    // A mark that folded to several bytes is covered whole, or the redaction would split a character.
    while upper > range.lowerBound, upper < bytes.count, origins[upper] == origins[upper - 1] {
      upper += 1
    }
    return start..<max(start, Int(origins[upper]))
  }

  /// The first byte of the view that comes from a byte of the text at `place` or behind it.
  func offset(of place: Int) -> Int {
    if origins.isEmpty { return place }
    var low = 0
    var high = bytes.count
    while low < high {
      let middle = (low + high) / 2
      if Int(origins[middle]) < place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private mutating func append(_ byte: UInt8, from origin: Int) {
    bytes.append(byte)
    origins.append(UInt32(truncatingIfNeeded: origin))
  }

  /// Folds the scalar at `index` (a lead byte outside ASCII) and returns the offset behind it.
  private mutating func foldScalar(in text: [UInt8], at index: Int) -> Int {
    let (scalar, next) = TextView.scalar(in: text, at: index)
    if let packed = Folding.fold(scalar) {
      var rest = packed
      while rest != 0 {
        append(UInt8(rest & 0xff), from: index)
        rest >>= 8
      }
    } else if let latin = Folding.lookalike(scalar), isInsideLatinWord(text, next) {
      append(UInt8(truncatingIfNeeded: latin), from: index)
    } else {
      for source in index..<next { append(text[source], from: source) }
    }
    return next
  }

  /// Whether the look-alike letter that ends before `next` has a Latin letter beside it in its word.
  private mutating func isInsideLatinWord(_ text: [UInt8], _ next: Int) -> Bool {
    if let last = bytes.last, ByteClass.isLetter(last) { return true }
    if next > ahead.end || ahead.end == 0 { ahead = TextView.ahead(in: text, from: next) }
    return ahead.isLatin
  }

  /// Reads on from `index` over look-alike and zero-width letters.
  private static func ahead(in text: [UInt8], from start: Int) -> Ahead {
    var index = start
    while index < text.count {
      if text[index] < 0x80 {
        return Ahead(end: index, isLatin: ByteClass.isLetter(text[index]))
      }
      let (scalar, after) = scalar(in: text, at: index)
      guard Folding.lookalike(scalar) != nil || Folding.fold(scalar) == 0 else { break }
      index = after
    }
    return Ahead(end: index, isLatin: false)
  }

  /// Decodes one scalar of valid UTF-8; a stray byte, which valid text does not hold, comes back as itself.
  package static func scalar(in text: [UInt8], at index: Int) -> (value: UInt32, next: Int) {
    let lead = UInt32(text[index])
    let length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1
    guard length > 1, index + length <= text.count else { return (lead, index + 1) }
    var value = lead & (0xff >> UInt32(length + 1))
    for offset in 1..<length { value = value << 6 | UInt32(text[index + offset] & 0x3f) }
    return (value, index + length)
  }
}
