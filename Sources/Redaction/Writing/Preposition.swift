import Detection

/// The preposition in front of a date that is cut to its year: `on March 14, 2023` is `in 2023`, and `the morning of March
/// 14, 2023` is `a morning in 2023`.
enum Preposition {
  /// Changes what stands at the end of `output`, in its letters' case: `on ` to `in `, and `the morning of ` to `a morning in `.
  ///
  /// - Parameter settled: `output` before this offset must stay.
  static func fitToYear(_ output: inout [UInt8], behind settled: Int) {
    let start = output.count - 3
    guard start >= settled, output[start + 2] == 0x20, output[start] | 0x20 == 0x6f,
      start == 0 || isBoundary(output[start - 1])
    else { return }
    if output[start + 1] | 0x20 == 0x6e {
      output[start] = output[start] & 0x20 | 0x49
    } else if output[start + 1] | 0x20 == 0x66 {
      fitPartOfDay(&output, before: start, behind: settled)
    }
  }

  private static let parts = ["morning", "afternoon", "evening", "night", "day", "week", "weekend"]

  /// Changes `the morning of ` to `a morning in `.
  ///
  /// - Parameter start: where `of ` begins.
  private static func fitPartOfDay(_ output: inout [UInt8], before start: Int, behind settled: Int)
  {
    let words = output[settled..<start].split(separator: 0x20).suffix(2)
    guard words.count == 2, let the = words.first, let part = words.last,
      the.map({ $0 | 0x20 }) == Array("the".utf8),
      parts.contains(String(decoding: part.map { $0 | 0x20 }, as: UTF8.self))
    else { return }
    let article = part.first.map { $0 | 0x20 } == 0x65 ? "an" : "a"
    let bytes = LetterCase(the).applied(to: Array(article.utf8))
    let preposition = LetterCase(part) == .upper ? "IN" : "in"
    output.replaceSubrange(start..<start + 2, with: Array(preposition.utf8))
    output.replaceSubrange(the.startIndex..<the.endIndex, with: bytes)
  }

  private static func isBoundary(_ byte: UInt8) -> Bool {
    !ByteClass.isLetter(byte) && !ByteClass.isDigit(byte) && byte != 0x2d && byte < 0x80
  }
}
