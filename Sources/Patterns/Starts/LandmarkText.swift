/// A text of a landmark.
///
/// While a landmark is looked for, texts are spelt in signs, one for each byte: a capital is that letter and no small one,
/// a small letter is it in either case, 0 is any digit, and `edge` takes no room.
package struct LandmarkText: Sendable, Hashable {
  /// The bytes, folded; at least one and at most `Landmark.longestLiteral`.
  package let bytes: [UInt8]
  package let edges: LandmarkEdges

  /// The sign of a place at which at most one side is of a word.
  static let edge: UInt8 = 0

  package init(_ bytes: [UInt8], _ edges: LandmarkEdges = LandmarkEdges()) {
    self.bytes = bytes
    self.edges = edges
  }

  /// What signs spell, cut where it is long; nil when they spell nothing.
  init?(signs: [UInt8]) {
    let spelt = signs.filter { $0 != LandmarkText.edge }
    let kept = spelt.prefix(Landmark.longestLiteral)
    guard let first = kept.first, let last = kept.last else { return nil }
    var capitals: UInt8 = 0
    for (index, sign) in kept.enumerated() where (0x41...0x5a).contains(sign) {
      capitals |= 1 << UInt8(index)
    }
    self.init(
      kept.map(Landmark.folded),
      LandmarkEdges(
        capitals: capitals,
        startsWord: signs.first == LandmarkText.edge && ByteSet.word.contains(first),
        endsWord: signs.last == LandmarkText.edge && kept.count == spelt.count
          && ByteSet.word.contains(last)))
  }

  /// What signs spell; from a letter on that a character outside ASCII can stand for, anything.
  static func node(_ signs: [UInt8]) -> RegexNode {
    .sequence(
      signs.map { sign in
        switch sign {
        case UInt8(ascii: "0"): .byte(.digits)
        case UInt8(ascii: "k"), UInt8(ascii: "s"): .unknown
        case 0x61...0x7a: .byte(ByteSet([sign, sign & 0xdf]))
        default: .byte(ByteSet([sign]))
        }
      })
  }

  /// Whether it has a letter that a character outside ASCII can stand for; see `Landmark.kin`.
  package var hasKin: Bool {
    bytes.contains(UInt8(ascii: "k")) || bytes.contains(UInt8(ascii: "s"))
  }

  /// The same behind an edge.
  var startingWord: LandmarkText {
    bytes.first.map(ByteSet.word.contains) == true
      ? with(startsWord: true, endsWord: edges.endsWord) : self
  }

  /// The same before an edge.
  var endingWord: LandmarkText {
    bytes.last.map(ByteSet.word.contains) == true
      ? with(startsWord: edges.startsWord, endsWord: true) : self
  }

  private func with(startsWord: Bool, endsWord: Bool) -> LandmarkText {
    LandmarkText(
      bytes,
      LandmarkEdges(capitals: edges.capitals, startsWord: startsWord, endsWord: endsWord))
  }

  /// The sign of one byte of a set that can be no other sign's; nil of one that has none.
  static func sign(of byte: UInt8, in set: ByteSet) -> UInt8? {
    if byte == LandmarkText.edge { return nil }
    let isCapital = (0x41...0x5a).contains(byte)
    return isCapital && !set.contains(byte | 0x20) ? byte : Landmark.folded(byte)
  }
}

extension LandmarkText: Comparable {
  /// An order that depends on nothing but what they say.
  package static func < (one: LandmarkText, other: LandmarkText) -> Bool {
    func facts(_ text: LandmarkText) -> [UInt8] {
      let edges = text.edges
      return [edges.capitals, edges.startsWord ? 1 : 0, edges.endsWord ? 1 : 0]
    }
    return one.bytes == other.bytes
      ? facts(one).lexicographicallyPrecedes(facts(other))
      : one.bytes.lexicographicallyPrecedes(other.bytes)
  }
}
