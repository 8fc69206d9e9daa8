import Detection

/// A text as revealing patterns read it: folded, every run of blanks and every line break inside a sentence one space,
/// with the way back to the bytes of the text.
///
/// Notes are wrapped, indented and scanned with double blanks; a phrase is a phrase all the same.
struct ReadingView: Sendable {
  private(set) var bytes: [UInt8] = []
  private let folded: TextView
  /// For each byte of the view, and one past the last, the byte of the folded view it came from.
  private var origins: [Int] = []

  /// - Parameter text: valid UTF-8.
  init(_ text: [UInt8]) {
    folded = TextView(text)
    let source = folded.bytes
    bytes.reserveCapacity(source.count)
    origins.reserveCapacity(source.count + 1)
    var index = 0
    while index < source.count {
      let run = ReadingView.whiteSpace(in: source, from: index)
      if run.isEmpty {
        append(source[index], from: index)
        index += 1
      } else {
        append(ReadingView.blank(for: run, in: source), from: index)
        index = run.upperBound
      }
    }
    origins.append(source.count)
  }

  /// The bytes of the text that a range of the view came from.
  func textRange(of range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else {
      return folded.textRange(of: origins[range.lowerBound]..<origins[range.lowerBound])
    }
    // The end of the last byte, and not the start of the next: a run of blanks behind does not belong to it.
    return folded.textRange(of: origins[range.lowerBound]..<(origins[range.upperBound - 1] + 1))
  }

  private mutating func append(_ byte: UInt8, from origin: Int) {
    bytes.append(byte)
    origins.append(origin)
  }

  private static func whiteSpace(in source: [UInt8], from start: Int) -> Range<Int> {
    var end = start
    while end < source.count, isWhiteSpace(source[end]) { end += 1 }
    return start..<end
  }

  /// One blank for a run of white space; a line end where the run ends a line for good.
  private static func blank(for run: Range<Int>, in source: [UInt8]) -> UInt8 {
    guard source[run].contains(where: isLineEnd) else { return UInt8(ascii: " ") }
    return continues(behind: run, in: source) ? UInt8(ascii: " ") : UInt8(ascii: "\n")
  }

  /// Whether the line behind a single line end goes on with the sentence: it begins in small letters, or the line before
  /// ends in a small letter or comma while it is long.
  private static func continues(behind run: Range<Int>, in source: [UInt8]) -> Bool {
    guard lineEnds(source[run]) == 1, run.upperBound < source.count, run.lowerBound > 0 else {
      return false
    }
    let next = source[run.upperBound]
    let last = source[run.lowerBound - 1]
    guard ByteClass.isLetter(last) || last == UInt8(ascii: ",") || last == UInt8(ascii: "-") else {
      return false
    }
    if ByteClass.isLetter(next), !ByteClass.isUpper(next) { return true }
    return ByteClass.isLetter(next) && length(ofLineEndingAt: run.lowerBound, in: source) >= wrapped
  }

  /// Bytes from which a line is taken to have been wrapped by its program.
  private static let wrapped = 55

  private static func length(ofLineEndingAt end: Int, in source: [UInt8]) -> Int {
    var start = end
    while start > 0, end - start < wrapped, !isLineEnd(source[start - 1]) { start -= 1 }
    return end - start
  }

  /// The line ends of a run, CR LF counted once.
  private static func lineEnds(_ run: ArraySlice<UInt8>) -> Int {
    let feeds = run.count { $0 == 0x0A }
    return feeds > 0 ? feeds : run.count { $0 == 0x0D }
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private static func isWhiteSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0B || byte == 0x0C || isLineEnd(byte)
  }
}
