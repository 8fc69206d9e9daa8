import Lexicons

/// How a document is written as a whole, counted over its tokens, so that a part of it is read as the whole is.
struct WritingHabits: Sendable {
  /// All tokens counted.
  private(set) var tokens = 0
  /// Words that speak of somebody.
  private var personal = 0
  /// Words of two letters and more in small letters, with capitals, and of them those all in capitals.
  private var lower = 0
  private var upper = 0
  private var caps = 0
  /// Words at the start of a line or sentence, and of them those in small letters.
  private var starts = 0
  private var smallStarts = 0

  init() {}

  /// Those of a document that is at hand as a whole.
  init(of tokens: [Token]) { count(tokens, tokens.indices) }

  /// Counts some tokens of a text.
  mutating func count(_ tokens: [Token], _ range: Range<Int>) {
    self.tokens += range.count
    for token in tokens[range] where token.kind == .word {
      if NearWords.isPersonal(token) { personal += 1 }
      if !token.shape.isDisjoint(with: [.lineStart, .sentenceStart]) {
        starts += 1
        if token.shape.contains(.lower) { smallStarts += 1 }
      }
      guard token.length > 1 else { continue }
      if token.shape.contains(.lower) {
        lower += 1
      } else {
        upper += 1
        if token.shape.contains(.allCaps) { caps += 1 }
      }
    }
  }

  /// Whether most lines and sentences begin with a small letter, as nobody does who uses the shift key.
  var isTypedLower: Bool { starts >= 2 && smallStarts * 10 >= starts * 7 }

  /// Whether the document is written without capitals (1), in capitals (2) or as usual (0).
  var letterCase: UInt32 {
    if upper * 50 <= lower { return 1 }
    return caps * 10 >= (lower + upper) * 9 ? 2 : 0
  }

  /// How often the document speaks of persons (bits 0 and 1), and how long it is (bits 2 and 3).
  var register: UInt32 {
    let share = tokens == 0 ? 0 : personal * 1000 / tokens
    let persons: UInt32 = personal == 0 ? 0 : share < 10 ? 1 : share < 30 ? 2 : 3
    let length: UInt32 =
      switch tokens {
      case ..<60: 0
      case ..<250: 1
      case ..<800: 2
      default: 3
      }
    return persons | length << 2
  }
}
