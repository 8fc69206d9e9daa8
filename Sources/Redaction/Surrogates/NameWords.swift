import Detection
import Patterns

/// A mention of a person taken apart into what is replaced and what is kept.
struct NameWords {
  struct Word {
    /// In bytes of the mention.
    var range: Range<Int>
    /// Lower case, without accents and apostrophes; ASCII letters only.
    var letters: [UInt8]
    var kind: Kind
  }

  enum Kind: Sendable {
    case given, surname
    /// A name standing alone, whichever it is.
    case alone
    /// One letter, or several capitals without space: `M.`, `JR`.
    case initials
    /// `Dr`, `Jr`, `III`: stays.
    case title
    /// `de la`, `van`: goes with the surname.
    case particle
  }

  private(set) var words: [Word] = []
  /// Whether the surname stands first, before a comma.
  private(set) var isReversed = false

  private static let titles: Set<String> = [
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "dame", "rev", "fr", "sr", "sister",
    "father", "nurse", "jr", "ii", "iii", "iv", "and",
  ]
  /// Letters that are a degree behind a name and initials before one: `Lee, MD`, `PA/Lee`.
  private static let degrees: Set<String> = ["md", "do", "rn", "np", "pa", "phd"]
  private static let particles: Set<String> = [
    "de", "la", "del", "dela", "los", "las", "da", "dos", "das", "di", "van", "von", "der", "den",
    "ter", "ten", "le", "du", "al", "el", "bin", "binti", "ibn", "abu", "y", "e", "zu",
  ]

  /// Nil when the mention holds anything but words of Latin letters and punctuation.
  init?(_ mention: [UInt8]) {
    let view = TextView(mention)
    var comma: Int?
    var index = 0
    while index < view.bytes.count {
      let byte = view.bytes[index]
      guard TextContent.isContent(byte) else {
        if byte == 0x2c, !words.isEmpty, comma == nil { comma = words.count }
        index += 1
        continue
      }
      var end = index
      while end < view.bytes.count, NameWords.continues(view.bytes, end) { end += 1 }
      let letters = view.bytes[index..<end].filter { $0 != 0x27 }
      guard letters.allSatisfy(ByteClass.isLetter) else { return nil }
      words.append(
        Word(
          range: view.textRange(of: index..<end), letters: letters.map { $0 | 0x20 },
          kind: NameWords.kind(letters, isFirst: words.isEmpty)))
      index = end
    }
    guard !words.isEmpty else { return nil }
    settle(comma, in: mention)
  }

  private static func continues(_ bytes: [UInt8], _ index: Int) -> Bool {
    TextContent.isContent(bytes[index])
      || (bytes[index] == 0x27 && index + 1 < bytes.count && ByteClass.isLetter(bytes[index + 1]))
  }

  private static func kind(_ letters: [UInt8], isFirst: Bool) -> Kind {
    let word = String(decoding: letters.map { $0 | 0x20 }, as: UTF8.self)
    if letters.count == 1 { return .initials }
    if titles.contains(word) { return .title }
    if degrees.contains(word) { return isFirst ? .initials : .title }
    if particles.contains(word), letters.count < 3 || !ByteClass.isUpper(letters[0]) {
      return .particle
    }
    return .alone
  }

  /// Tells given names from surnames: the surname is last, with what a hyphen joins to it, or before the comma.
  private mutating func settle(_ comma: Int?, in mention: [UInt8]) {
    let names = words.indices.filter { words[$0].kind == .alone }
    let parts = words.indices.filter { words[$0].kind == .alone || words[$0].kind == .initials }
    if let comma, comma < words.count, parts.contains(where: { $0 < comma }),
      parts.contains(where: { $0 >= comma })
    {
      isReversed = true
      for index in names { words[index].kind = index < comma ? .surname : .given }
      return
    }
    guard parts.count > 1, let last = names.last, last == parts.last || names.count > 1 else {
      return
    }
    var first = last
    while first > 0, words[first - 1].kind == .alone,
      mention[words[first - 1].range.upperBound..<words[first].range.lowerBound] == [0x2d]
    { first -= 1 }
    for index in names { words[index].kind = index < first ? .given : .surname }
  }
}
