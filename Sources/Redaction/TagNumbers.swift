import Detection
import Lexicons
import Patterns

/// Numbers the tags of one document: the same person or value always gets the same number, in order of appearance.
struct TagNumbers: Sendable {
  private var numbers: [ValueKey: Int] = [:]
  private var next: [Category: Int] = [:]

  init() {}

  /// - Parameter text: tags that stand in it already (a text scrubbed before, and added to) are somebody else's: numbers
  ///   go on behind theirs.
  init(avoiding text: [UInt8]) {
    for start in text.indices where text[start] == UInt8(ascii: "[") {
      guard
        let (category, number) = TagNumbers.tag(
          in: text[(start + 1)...].prefix(TagNumbers.longestTag))
      else { continue }
      next[category] = max(next[category] ?? 0, number)
    }
  }

  /// Bytes of the longest tag without its opening bracket.
  private static let longestTag = 24

  /// `NAME-12]` taken apart.
  private static func tag(in text: ArraySlice<UInt8>) -> (Category, Int)? {
    guard let end = text.firstIndex(of: UInt8(ascii: "]")),
      let dash = text[..<end].lastIndex(of: UInt8(ascii: "-")),
      let category = Category(rawValue: String(decoding: text[..<dash], as: UTF8.self)),
      let number = Int(String(decoding: text[(dash + 1)..<end], as: UTF8.self)),
      (1..<1_000_000).contains(number)
    else { return nil }
    return (category, number)
  }

  /// The label for a finding whose bytes in the document are `value`.
  mutating func label(for finding: Finding, value: ArraySlice<UInt8>) -> String {
    let key = ValueKey(finding, value: value)
    if let number = numbers[key] { return "\(finding.category.rawValue)-\(number)" }
    let number = (next[finding.category] ?? 0) + 1
    next[finding.category] = number
    numbers[key] = number
    return "\(finding.category.rawValue)-\(number)"
  }
}

/// What two findings have in common that are of the same person or value.
enum ValueKey: Hashable, Sendable {
  case subject(Int)
  case value(Category, UInt64)

  init(_ finding: Finding, value: ArraySlice<UInt8>) {
    if let subject = finding.subject {
      self = .subject(subject)
    } else {
      self = .value(finding.category, ValueKey.normalised(value))
    }
  }

  /// A hash of letters and digits alone, in lower case: `(217) 555-0198` and `217.555.0198` are one value.
  private static func normalised(_ value: ArraySlice<UInt8>) -> UInt64 {
    var hash = WordHash.seed
    for byte in value where ByteClass.isLetter(byte) || ByteClass.isDigit(byte) || byte >= 0x80 {
      hash = WordHash.combine(hash, ByteClass.isUpper(byte) ? byte | 0x20 : byte)
    }
    return hash
  }
}
