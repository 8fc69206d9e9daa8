import Lexicons

/// Initials behind a name: `Miriam T.`, `Tony J`.
enum Initials {
  /// Single letters that are words.
  private static let words = Set(["a", "i"].map { WordHash.of(Array($0.utf8)) })

  /// Tokens of the most initials one person writes, full stops included.
  static let longest = 8

  /// One past the initials that follow the name at `index`; a bare `A` or `I` is a word.
  static func end(_ tokens: [Token], behind index: Int) -> Int {
    var end = index + 1
    // `Abernathy 71M` is an age and a sex, and has one capital as well.
    while end < min(tokens.count, index + longest), tokens[end].kind == .word,
      tokens[end].shape.contains(.initial), tokens[end].continuesLine,
      !tokens[end].isAttached
    {
      let isDotted =
        end + 1 < tokens.count && tokens[end + 1].byte == 0x2e && tokens[end + 1].isAttached
      if words.contains(tokens[end].hash), !isDotted { break }
      end += isDotted ? 2 : 1
    }
    return end
  }
}
