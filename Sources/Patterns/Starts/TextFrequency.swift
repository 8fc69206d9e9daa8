/// How often short texts stand in ordinary ones.
enum TextFrequency {
  /// How often a text stands in a thousand bytes: as the shares of its letters say, or in the sample that has it most.
  static func places(of literal: LandmarkText) -> Double {
    let edges = literal.edges
    let capitals = power(of: capitalShare, edges.capitals.nonzeroBitCount)
    let sides = power(of: edgeShare, (edges.startsWord ? 1 : 0) + (edges.endsWord ? 1 : 0))
    let guessed = literal.bytes.reduce(1e3 * capitals * sides) { $0 * (shares[$1] ?? 0.002) }
    return samples.reduce(guessed) { max($0, $1.places(of: literal)) }
  }

  /// The share of capitals among letters, and of the places beside letters that are ends of words.
  private static let capitalShare = 0.1
  private static let edgeShare = 0.25

  private static func power(of base: Double, _ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { power, _ in power * base }
  }

  private static let samples = [SampleText.note, SampleText.story, SampleText.table].map(
    Sample.init)

  private struct Sample {
    let text: [UInt8]
    let bytes: [UInt8]
    /// For each byte where it stands.
    private var places = [[Int]](repeating: [], count: 256)

    init(_ text: [UInt8]) {
      self.text = text
      bytes = text.map(Landmark.folded)
      for (place, byte) in bytes.enumerated() { places[Int(byte)].append(place) }
    }

    func places(of literal: LandmarkText) -> Double {
      let count = places[Int(literal.bytes[0])].count { start in
        let stretch = start..<start + literal.bytes.count
        return stretch.upperBound <= bytes.count
          && bytes[stretch].elementsEqual(literal.bytes)
          && literal.edges.areMet(in: text.span, stretch)
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
