/// What the tagger reads of a token's line.
struct LineFacts: Sendable {
  /// The first word of the line.
  var start: UInt32 = 0
  /// Its tokens, binned, the share of its words that are capitalised, whether it ends in a colon.
  var form: UInt32 = 0
  /// The form of the line before.
  var before: UInt32 = 0

  /// - Parameter line: token indices of one line, not empty.
  init(_ traits: [TokenTraits], _ tokens: [Token], _ line: Range<Int>, before: UInt32) {
    self.before = before
    start = traits[line.lowerBound].word
    var words = 0
    var upper = 0
    for token in tokens[line] where token.kind == .word {
      words += 1
      if token.startsUpper { upper += 1 }
    }
    let length: UInt32 =
      switch line.count {
      case 1: 1
      case 2...3: 2
      case 4...7: 3
      case 8...15: 4
      default: 5
      }
    let share: UInt32 = words == 0 ? 0 : UInt32(upper * 4 / words) + 1
    let last = tokens[line.upperBound - 1].byte
    form = length | share << 3 | (last == 0x3a ? 64 : last == 0x2e ? 128 : 0)
  }
}
