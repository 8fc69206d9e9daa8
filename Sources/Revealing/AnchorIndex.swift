import Detection
import Patterns

/// Tells in one pass over a text where patterns can match: around the literals of which each match holds one.
///
/// Nearly all of a text holds nothing that reveals; to try every phrase everywhere would take longer than detection.
struct AnchorIndex: Sendable {
  private struct Literal: Sendable {
    /// In lower case, two bytes or more.
    var bytes: [UInt8]
    var patterns: [Int]
  }

  /// Patterns that require no literal and are tried everywhere.
  private let unanchored: [Int]
  private let count: Int
  private var literals: [Literal] = []
  /// For each pair of first bytes where its literals begin in `literals`, which are sorted; -1 for none.
  private var firstOfPair = [Int32](repeating: -1, count: 1 << 16)
  /// For each byte the patterns that ask for it alone.
  private var singles = [[Int]](repeating: [], count: 256)

  init(_ requirements: [Requirement]) {
    count = requirements.count
    unanchored = requirements.indices.filter { requirements[$0].literals.isEmpty }
    var owners: [[UInt8]: [Int]] = [:]
    for (pattern, requirement) in requirements.enumerated() {
      for literal in requirement.literals {
        owners[TextView(Array(literal.utf8)).bytes.map(Self.lowered), default: []].append(pattern)
      }
    }
    for (bytes, patterns) in owners.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      if bytes.count == 1 { singles[Int(bytes[0])] = patterns }
      guard bytes.count > 1 else { continue }
      let pair = Self.pair(bytes[0], bytes[1])
      if firstOfPair[pair] < 0 { firstOfPair[pair] = Int32(truncatingIfNeeded: literals.count) }
      literals.append(Literal(bytes: bytes, patterns: patterns))
    }
  }

  /// For each pattern the stretches of `text` in which its matches may begin: ascending and apart.
  ///
  /// - Parameter reach: bytes that a match may begin before its literal.
  func stretches(in text: [UInt8], reach: Int) -> [[ClosedRange<Int>]] {
    var stretches = [[ClosedRange<Int>]](repeating: [], count: count)
    for pattern in unanchored where !text.isEmpty { stretches[pattern] = [0...(text.count - 1)] }
    func add(_ patterns: [Int], _ place: Int) {
      let start = Self.characterStart(max(0, place - reach), in: text)
      for pattern in patterns {
        if let last = stretches[pattern].last, last.upperBound >= start {
          stretches[pattern][stretches[pattern].count - 1] = last.lowerBound...place
        } else {
          stretches[pattern].append(start...place)
        }
      }
    }
    for index in text.indices {
      let byte = Self.lowered(text[index])
      add(singles[Int(byte)], index)
      guard index + 1 < text.count else { continue }
      var next = Int(firstOfPair[Self.pair(byte, Self.lowered(text[index + 1]))])
      while next >= 0, next < literals.count, literals[next].bytes[0] == byte {
        if Self.stands(literals[next].bytes, at: index, in: text) {
          add(literals[next].patterns, index)
        } else if literals[next].bytes[1] != Self.lowered(text[index + 1]) {
          break
        }
        next += 1
      }
    }
    return stretches
  }

  private static func stands(_ literal: [UInt8], at start: Int, in text: [UInt8]) -> Bool {
    guard start + literal.count <= text.count else { return false }
    for offset in literal.indices where lowered(text[start + offset]) != literal[offset] {
      return false
    }
    return true
  }

  /// The start of the character that the byte at `offset` belongs to.
  private static func characterStart(_ offset: Int, in text: [UInt8]) -> Int {
    var start = offset
    while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }

  private static func pair(_ first: UInt8, _ second: UInt8) -> Int {
    Int(first) << 8 | Int(second)
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    ByteClass.isUpper(byte) ? byte | 0x20 : byte
  }
}
