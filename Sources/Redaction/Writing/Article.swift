import Detection
import Patterns

/// The article in front of a replacement: `an Ohio farmer` is `a [STATE-1] farmer`.
enum Article {
  /// Categories whose tag is read with a vowel first: `an [ORG-1]`, `an [MRN-1]`, `an [SSN-1]`.
  private static let vowelTags: Set<Category> = [
    .address, .age, .email, .ssn, .record, .account, .ip, .id, .organization, .agePermitted,
  ]

  /// Changes the `a` or `an` at the end of `output` to what `next` needs.
  ///
  /// - Parameters:
  ///   - settled: `output` before this offset must stay.
  ///   - next: what follows; empty leaves all as it is.
  static func agree(_ output: inout [UInt8], behind settled: Int, with next: [UInt8]) {
    guard let article = article(output, behind: settled), let wantsAn = needsAn(next) else {
      return
    }
    let isAn = output.count - 1 - article == 2
    guard isAn != wantsAn else { return }
    if wantsAn {
      output.insert(0x6e, at: article + 1)
    } else {
      output.remove(at: article + 1)
    }
  }

  /// Drops `the ` at the end of `output`: `on the 14th of March` is `on day 1`.
  ///
  /// - Returns: whether it was written `The`.
  static func dropDefinite(from output: inout [UInt8], behind settled: Int) -> Bool {
    let article = Array("the ".utf8)
    let start = output.count - article.count
    guard start >= settled, output[(start + 1)...] == article[1...],
      output[start] | 0x20 == article[0], start == 0 || !ByteClass.isLetter(output[start - 1])
    else { return false }
    let isCapital = output[start] != article[0]
    output.removeLast(article.count)
    return isCapital
  }

  /// Where the article begins, which one space parts from the end of `output`. A capital `A` is one only where a sentence
  /// begins: `hepatitis A`.
  private static func article(_ output: [UInt8], behind settled: Int) -> Int? {
    guard output.last == 0x20, output.count >= 2 else { return nil }
    var start = output.count - 1
    if output[start - 1] == 0x6e { start -= 1 }
    start -= 1
    guard start >= settled, output[start] == 0x61 || output[start] == 0x41 else { return nil }
    if start > 0 {
      let before = output[start - 1]
      guard before == 0x20 || before == 0x0a || before == 0x28 || before == 0x22 else { return nil }
    }
    if output[start] == 0x41, !SentenceStart.isStart(start, of: output) { return nil }
    return start
  }

  /// Whether `an` goes in front of what is written next; nil where it cannot be told.
  private static func needsAn(_ next: [UInt8]) -> Bool? {
    guard let first = next.first else { return nil }
    if first == 0x5b {
      let label = next.dropFirst().prefix { $0 != 0x5d }
      let word = label[..<(label.lastIndex(of: 0x2d) ?? label.endIndex)]
      return Category(rawValue: String(decoding: word, as: UTF8.self)).map(vowelTags.contains)
    }
    if ByteClass.isDigit(first) { return first == 0x38 }
    guard ByteClass.isLetter(first) else { return nil }
    return Array("aeio".utf8).contains(first | 0x20)
  }
}
