import Detection
import Lexicons

/// Draws stand-ins by the key and the document: the same document under the same key draws the same again, and another
/// document others for the same person.
struct Drawing: Sendable {
  private let key: RedactionKey
  /// Of the document.
  private let seed: [UInt8]
  /// Hashes of what must not be drawn: every word of the document, every value of its findings, all that is drawn.
  private var taken: Set<UInt64> = []

  init(_ key: RedactionKey, document: [UInt8]) {
    self.key = key
    seed = Drawing.bytes(key.number("surrogate/document", document))
  }

  private static func bytes(_ number: UInt64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * $0)) }
  }

  /// Makes sure that no word of `text` is drawn.
  mutating func avoid(wordsOf text: [UInt8]) {
    var hash = WordHash.seed
    var isInWord = false
    for byte in TextView(text).bytes + [0x20] {
      if TextContent.isContent(byte) {
        hash = WordHash.combine(hash, ByteClass.isUpper(byte) ? byte | 0x20 : byte)
        isInWord = true
      } else if isInWord {
        taken.insert(hash)
        // `O'Brien` goes on, and `Novak` of `Novak's` is a word as well.
        if byte == 0x27 { continue }
        hash = WordHash.seed
        isInWord = false
      }
    }
  }

  /// Makes sure that a value is not drawn, whatever its punctuation.
  mutating func avoid(_ value: [UInt8]) { taken.insert(Drawing.content(value)) }

  /// A hash of letters and digits alone, in lower case.
  private static func content(_ value: [UInt8]) -> UInt64 {
    WordHash.of(
      TextView(value).bytes.lazy.filter(TextContent.isContent)
        .map { ByteClass.isUpper($0) ? $0 | 0x20 : $0 })
  }

  /// A number for a purpose and a value.
  func number(_ purpose: String, _ value: [UInt8]) -> UInt64 {
    key.number("surrogate/\(purpose)", seed + value)
  }

  /// One of `pool` that the document does not hold and that is not drawn yet; nil when there is none.
  mutating func draw(from pool: [[UInt8]], _ purpose: String, for value: [UInt8]) -> [UInt8]? {
    guard !pool.isEmpty else { return nil }
    let start = Int(number(purpose, value) % UInt64(pool.count))
    for offset in pool.indices {
      let candidate = pool[(start + offset) % pool.count]
      if take(candidate) { return candidate }
    }
    return nil
  }

  /// The first of the numbers' makings that is free; nil after so many that were not.
  mutating func draw(
    _ purpose: String, for value: [UInt8], making make: (inout DrawnNumbers) -> [UInt8]
  ) -> [UInt8]? {
    var numbers = DrawnNumbers(number(purpose, value))
    for _ in 0..<64 {
      let candidate = make(&numbers)
      if take(candidate) { return candidate }
    }
    return nil
  }

  private mutating func take(_ candidate: [UInt8]) -> Bool {
    taken.insert(Drawing.content(candidate)).inserted
  }
}

/// Numbers that follow from one drawn with the key (SplitMix64; Steele, Lea and Flood 2014).
struct DrawnNumbers {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  /// A number below `bound`.
  mutating func next(below bound: Int) -> Int {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
    return Int((mixed ^ mixed >> 31) % UInt64(bound))
  }

  mutating func digit() -> UInt8 { 0x30 + UInt8(next(below: 10)) }

  mutating func element(of pool: [[UInt8]]) -> [UInt8] { pool[next(below: pool.count)] }
}
