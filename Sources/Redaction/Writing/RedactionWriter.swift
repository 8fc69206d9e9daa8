import Detection
import Patterns

/// Writes a text anew with its replacements, so that each sentence still reads.
///
/// Next to a replacement of our own it may change what the document has: an article before it, the first letter behind
/// one that left nothing, spaces and punctuation that such a one leaves without use. Kept text is written as it is, and no
/// line is joined to another.
struct RedactionWriter {
  private let text: [UInt8]
  private var output: [UInt8] = []
  private var entries: [RedactionEntry] = []
  /// How far `text` is written or replaced.
  private var copied = 0
  /// Where the last replacement ends in `output`: what is before it is not touched any more.
  private var settled = 0

  init(_ text: [UInt8], count: Int) {
    self.text = text
    output.reserveCapacity(text.count + count * 4)
    entries.reserveCapacity(count)
  }

  /// - Parameter next: where the next finding begins, else the end of the text.
  mutating func write(_ replacement: Replacement, for finding: Finding, before next: Int) {
    output.append(contentsOf: text[copied..<max(copied, finding.range.lowerBound)])
    copied = finding.range.upperBound
    var bytes = replacement.bytes
    switch replacement.action {
    case .keep: break
    case .remove: close(finding.range, before: next)
    default: fit(&bytes, finding.range, replacement.action)
    }
    let start = output.count
    output.append(contentsOf: bytes)
    // Nothing is written for a removed value: what is in front of it may still go with the next one.
    if replacement.action != .remove { settled = output.count }
    entries.append(
      RedactionEntry(
        finding: finding, action: replacement.action, label: replacement.label,
        replacement: start..<output.count))
    if replacement.action == .ninetyOrOlder {
      copied = min(AgeUnit.end(behind: copied, in: text), max(copied, next))
    }
    if replacement.action == .tag || replacement.action == .surrogate {
      completePossessive(of: finding.range, writtenWith: bytes, before: next)
    }
    if replacement.action != .keep, replacement.action != .mask {
      keepLines(of: finding.range, writtenWith: bytes, before: next)
    }
  }

  /// The text written to its end, with the account of its replacements.
  mutating func finished() -> Redacted {
    output.append(contentsOf: text[copied...])
    copied = text.count
    return Redacted(text: output, entries: entries)
  }

  /// Makes article and first letter agree with a replacement that begins otherwise than its value.
  private mutating func fit(_ bytes: inout [UInt8], _ range: Range<Int>, _ action: Operator) {
    var isStart = false
    let isShortened = action == .year && bytes.count < range.count
    // `on the 14th of March`, but `at the March 14 visit`.
    if isShortened || action == .relativeDay, startsWithOrdinal(range) {
      isStart = Article.dropDefinite(from: &output, behind: settled)
    }
    if isShortened {
      Preposition.fitToYear(&output, behind: settled)
    }
    Article.agree(&output, behind: settled, with: bytes)
    guard action == .relativeDay || action == .ninetyOrOlder else { return }
    isStart = isStart || SentenceStart.isStart(range.lowerBound, of: text)
    if CapsLine.holds(range, in: text) {
      bytes = LetterCase.upper.applied(to: bytes)
    } else if isStart, !isLowerCase(range) {
      bytes = LetterCase.title.applied(to: bytes)
    }
  }

  private func startsWithOrdinal(_ range: Range<Int>) -> Bool {
    let digits = text[range].prefix(while: ByteClass.isDigit)
    let suffix = text[digits.endIndex..<range.upperBound].prefix(2).map { $0 | 0x20 }
    return !digits.isEmpty
      && ["st", "nd", "rd", "th"].contains(String(decoding: suffix, as: UTF8.self))
  }

  /// Closes the gap that a removed value leaves: one of two spaces, empty brackets and quotation marks, a comma that parts
  /// nothing any more.
  private mutating func close(_ range: Range<Int>, before next: Int) {
    if let apostrophe = Possessive.bareApostrophe(behind: range, in: text),
      apostrophe.upperBound <= next
    {
      copied = apostrophe.upperBound
    }
    let gap = RemovalGap(
      output, behind: settled, text[copied..<next], isEnd: next == text.count)
    copied += gap.skipped
    if gap.dropped <= 1 {
      let word = text[copied..<next].drop { $0 == 0x20 }
      Article.agree(&output, behind: settled, with: Array(word.prefix(1)))
    }
    output.removeLast(gap.dropped)
    for index in entries.indices.reversed() {
      guard entries[index].replacement.lowerBound > output.count else { break }
      entries[index].replacement = output.count..<output.count
    }
    guard !isLowerCase(range), SentenceStart.isStart(range.lowerBound, of: text) else { return }
    if let first = text[copied..<next].firstIndex(where: { $0 != 0x20 }), text[first] >= 0x61,
      text[first] <= 0x7a
    {
      capital = first
    }
  }

  /// Whether the value begins with a small letter, as all of some notes does.
  private func isLowerCase(_ range: Range<Int>) -> Bool {
    text[range].first.map { $0 >= 0x61 && $0 <= 0x7a } ?? false
  }

  /// Adds the `s` that a possessive lacks when the name in front of it does not end in one any more.
  private mutating func completePossessive(
    of range: Range<Int>, writtenWith bytes: [UInt8], before next: Int
  ) {
    guard let last = bytes.last, last | 0x20 != 0x73,
      let apostrophe = Possessive.bareApostrophe(behind: range, in: text),
      apostrophe.upperBound <= next
    else { return }
    output.append(contentsOf: text[apostrophe])
    output.append(ByteClass.isUpper(text[range.upperBound - 1]) ? 0x53 : 0x73)
    copied = apostrophe.upperBound
  }

  /// Where in `text` a letter is to be written as a capital.
  private var capital: Int?

  /// A replacement on one line for a value on several is followed by the line ends that the value had, so that all lines
  /// behind it keep their numbers.
  private mutating func keepLines(
    of range: Range<Int>, writtenWith bytes: [UInt8], before next: Int
  ) {
    if let capital, capital < next {
      output.append(contentsOf: text[copied..<capital] + [text[capital] & 0xdf])
      copied = capital + 1
      self.capital = nil
    }
    let missing = LineEnds.all(in: text[range])
    guard !missing.isEmpty, !bytes.contains(0x0a), !bytes.contains(0x0d) else { return }
    output.append(contentsOf: missing)
    // The space behind the value would indent the line.
    while copied < next, text[copied] == 0x20 { copied += 1 }
  }
}

/// The ends of lines.
enum LineEnds {
  /// The line ends in `value`, one after the other, as they are written.
  static func all(in value: ArraySlice<UInt8>) -> [UInt8] {
    value.filter { $0 == 0x0a || $0 == 0x0d }
  }
}
