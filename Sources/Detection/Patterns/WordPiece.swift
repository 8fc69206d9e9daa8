/// What an automaton reads at once: a run of word bytes and the byte behind it.
struct WordPiece {
  /// The bytes of the longest run that is one piece.
  static let longest = 16
  /// Stands for the byte behind where the text ends.
  private static let textEnd: UInt64 = 256

  /// Where the run begins.
  let place: Int
  /// Where it ends.
  let end: Int
  /// The bytes of the run, the last one lowest.
  let low: UInt64
  let high: UInt64
  /// The rest of what a reader of it must know: the number of bytes, the byte behind, and the class of the byte before.
  let rest: UInt64

  /// The run of word bytes from `place` on; nil when it is longer than a piece.
  ///
  /// - Parameter before: the class of the byte before.
  @inline(__always)
  init?(_ text: Span<UInt8>, at place: Int, before: Int, _ isWord: [Bool]) {
    var end = place
    var low: UInt64 = 0
    var high: UInt64 = 0
    var behind = WordPiece.textEnd
    while end < text.count {
      let byte = text[end]
      guard isWord[Int(byte)] else {
        behind = UInt64(byte)
        break
      }
      if end &- place == WordPiece.longest { return nil }
      high = high << 8 | low >> 56
      low = low << 8 | UInt64(byte)
      end &+= 1
    }
    self.place = place
    self.end = end
    self.low = low
    self.high = high
    rest = UInt64(end &- place) << 40 | behind << 16 | UInt64(before) << 1 | 1
  }

  @inline(__always) var hash: UInt64 { WordPiece.hash(low, high, rest) }

  @inline(__always) static func hash(_ low: UInt64, _ high: UInt64, _ rest: UInt64) -> UInt64 {
    let one = (low ^ rest &* 0xbf58_476d_1ce4_e5b9) &* 0x9e37_79b9_7f4a_7c15
    let other = (high ^ one >> 32) &* 0x94d0_49bb_1331_11eb
    return (one &+ other) ^ other >> 29
  }
}
