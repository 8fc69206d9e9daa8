/// A landmark that may be chosen, and what it would cost.
struct LandmarkDraft {
  private(set) var literals: Set<[UInt8]>
  var reach: Int
  /// How often any of them stands in a thousand bytes, roughly.
  private var places: Double

  /// The texts as a landmark; nil when they may be empty, and then stand everywhere.
  init?(_ texts: Set<[UInt8]>?) {
    guard let texts, !texts.isEmpty, !texts.contains([]) else { return nil }
    literals = Set(texts.map { Array($0.prefix(Landmark.longestLiteral)) })
    places = literals.reduce(0) { $0 + Frequency.places(of: $1) }
    reach = 0
  }

  /// The places to look at in a thousand bytes, and more where the start of the match may be farther off.
  var cost: Double { places * (1 + Double(reach) / 64) }

  /// For a regex that has one of the two.
  func or(_ other: LandmarkDraft) -> LandmarkDraft {
    var either = self
    either.literals.formUnion(other.literals)
    either.reach = max(reach, other.reach)
    either.places += other.places
    return either
  }

  /// Of two landmarks of the same regex the one that costs less.
  static func better(_ one: LandmarkDraft?, _ other: LandmarkDraft?) -> LandmarkDraft? {
    guard let one, let other else { return one ?? other }
    return other.cost < one.cost ? other : one
  }
}

/// How often short texts stand in ordinary ones.
private enum Frequency {
  /// How often a folded text stands in a thousand bytes: as the shares of its letters say, or in the sample that has it
  /// most.
  static func places(of literal: [UInt8]) -> Double {
    let guessed = literal.reduce(1e3) { $0 * (shares[$1] ?? 0.002) }
    return samples.reduce(guessed) { max($0, $1.places(of: literal)) }
  }

  private static let samples = [SampleText.note, SampleText.story, SampleText.table].map(
    Sample.init)

  private struct Sample {
    let bytes: [UInt8]
    /// For each byte where it stands.
    private var places = [[Int]](repeating: [], count: 256)

    init(_ text: [UInt8]) {
      bytes = text.map(Landmark.folded)
      for (place, byte) in bytes.enumerated() { places[Int(byte)].append(place) }
    }

    func places(of literal: [UInt8]) -> Double {
      let count = places[Int(literal[0])].count { start in
        start + literal.count <= bytes.count
          && literal.indices.allSatisfy { bytes[start + $0] == literal[$0] }
      }
      return Double(count) * 1e3 / Double(bytes.count)
    }
  }

  /// The share of each byte in English notes.
  private static let shares: [UInt8: Double] = {
    let percents: KeyValuePairs<Unicode.Scalar, Double> = [
      " ": 16, "e": 10, "t": 7.5, "a": 6.8, "o": 6.3, "i": 6.3, "n": 5.7, "s": 5.4, "r": 5.1,
      "h": 4.3, "l": 3.5, "d": 3.2, "c": 2.6, "u": 2.4, "m": 2.1, "f": 1.9, "p": 1.7, "g": 1.6,
      "w": 1.5, "y": 1.4, "b": 1.2, "v": 0.9, "k": 0.6, "x": 0.2, "j": 0.15, "q": 0.1, "z": 0.1,
      "0": 4, ".": 1, ",": 1,
    ]
    return Dictionary(uniqueKeysWithValues: percents.map { (UInt8(ascii: $0), $1 / 100) })
  }()
}
