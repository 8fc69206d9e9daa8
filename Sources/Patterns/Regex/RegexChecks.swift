/// Mistakes that PCRE2 accepts and packs must not make.
enum RegexChecks {
  /// The byte offset of a lookbehind inside a lookbehind, if there is one.
  ///
  /// How far back such a pattern reads exceeds what PCRE2 reports, and windows over a long text rely on the report.
  static func nestedLookbehind(in source: String) -> Int? {
    var groups: [Bool] = []
    for token in RegexTokens(source) {
      switch token.kind {
      case .open(let isLookbehind):
        if isLookbehind, groups.contains(true) { return token.range.lowerBound }
        groups.append(isLookbehind)
      case .close: _ = groups.popLast()
      default: break
      }
    }
    return nil
  }

  /// The byte offset of a space between two plain words, if there is one: free-spacing drops it, and `New York` finds
  /// `NewYork`.
  ///
  /// Only words of two letters or more on one line are judged; elsewhere a space may well be there for reading alone.
  static func droppedSpace(in source: String) -> Int? {
    // With free-spacing switched off inside the pattern a space may count.
    guard !source.contains("(?-"), !source.contains("(?^") else { return nil }
    let bytes = Array(source.utf8)
    var lettersBefore = 0
    var gap: Int?
    var lettersAfter = 0
    for token in RegexTokens(source) {
      switch token.kind {
      case .literal where isLetter(bytes[token.range.lowerBound]):
        if let gap {
          lettersAfter += 1
          if lettersAfter == 2 { return gap }
        } else {
          lettersBefore += 1
        }
      case .space where !isLineBreak(bytes[token.range.lowerBound]):
        if lettersAfter > 0 {
          lettersBefore = lettersAfter
          gap = nil
        }
        if gap == nil { gap = lettersBefore >= 2 ? token.range.lowerBound : nil }
        if gap == nil { lettersBefore = 0 }
        lettersAfter = 0
      default:
        lettersBefore = 0
        lettersAfter = 0
        gap = nil
      }
    }
    return nil
  }

  /// The byte offset of the `#` of a comment that runs to the end of `fragment`, if there is one: filled into a regex, it
  /// makes a comment of whatever stands behind it.
  static func openComment(in fragment: String) -> Int? {
    let bytes = Array(fragment.utf8)
    return RegexTokens(fragment).first {
      bytes[$0.range.lowerBound] == UInt8(ascii: "#") && $0.range.upperBound == bytes.count
        && !isLineBreak(bytes[bytes.count - 1])
    }?.range.lowerBound
  }

  /// The first construct that depends on where a search begins or steers it as a whole, if there is one: `\G`, and the
  /// verbs in capitals but `(*FAIL)`. Texts are searched part by part, so that such a construct would find now this, now
  /// that.
  static func searchControl(in source: String) -> (offset: Int, text: String)? {
    let bytes = Array(source.utf8)
    // Most sources hold neither, and to cut them into tokens costs much more than a look.
    let isPossible = bytes.indices.dropLast().contains {
      bytes[$0] == UInt8(ascii: "\\") && bytes[$0 + 1] == UInt8(ascii: "G")
        || bytes[$0] == UInt8(ascii: "(") && bytes[$0 + 1] == UInt8(ascii: "*")
    }
    guard isPossible else { return nil }
    for token in RegexTokens(source) {
      let rest = bytes[token.range.lowerBound...]
      if case .opaque = token.kind, rest.starts(with: "\\G".utf8) {
        return (token.range.lowerBound, "\\G")
      }
      guard case .open = token.kind, rest.starts(with: "(*".utf8) else { continue }
      let verb = String(
        decoding: rest.prefix { $0 != UInt8(ascii: ")") } + [UInt8(ascii: ")")], as: UTF8.self)
      let isVerb = verb.utf8.dropFirst(2).first.map { !isLetter($0) || $0 & 0x20 == 0 } ?? false
      if isVerb, verb != "(*FAIL)", verb != "(*F)" { return (token.range.lowerBound, verb) }
    }
    return nil
  }

  /// Whether some comment holds a closing parenthesis, and so was probably meant as the sign `#` and the regex behind it.
  static func hasCommentedParenthesis(in source: String) -> Bool {
    let bytes = Array(source.utf8)
    return RegexTokens(source).contains {
      bytes[$0.range.lowerBound] == UInt8(ascii: "#") && bytes[$0.range].contains(UInt8(ascii: ")"))
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isLineBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
