import Synchronization

/// The literals that rules require, and which of them stand in a text.
///
/// For a short text each literal is looked up by the pairs of bytes in it, which most literals fail at once. For longer ones
/// there is a `LiteralAutomaton`, made when the first comes: to make it takes longer than to look at some pages without it.
final class LiteralSet: Sendable {
  /// Bytes of the longest text that is looked at without an automaton.
  static let shortText = 4 * 1024

  /// In lower case, none of them empty.
  private let literals: [[UInt8]]
  private let automaton = Mutex<LiteralAutomaton?>(nil)

  init(_ literals: [[UInt8]]) { self.literals = literals }

  /// Sets in `found` the literals that stand in `text`, ASCII case aside; returns the number of ASCII digits in it.
  ///
  /// - Parameter found: one flag for each literal, false at first.
  func scan(_ text: Span<UInt8>, _ found: inout [Bool]) -> Int {
    text.count <= LiteralSet.shortText ? scanShort(text, &found) : scanLong(text, &found)
  }

  func scanLong(_ text: Span<UInt8>, _ found: inout [Bool]) -> Int {
    let automaton = automaton.withLock { known in
      let automaton = known ?? LiteralAutomaton(literals)
      known = automaton
      return automaton
    }
    var isMet = [Bool](repeating: false, count: automaton.literals.count)
    let digits = automaton.scan(text, &isMet)
    for hit in isMet.indices where isMet[hit] {
      for literal in automaton.literals[hit] { found[literal] = true }
    }
    return digits
  }

  func scanShort(_ text: Span<UInt8>, _ found: inout [Bool]) -> Int {
    var lowered: [UInt8] = []
    lowered.reserveCapacity(text.count)
    // A bit for each pair of bytes that stand side by side, and one for each byte by itself.
    var pairs = [UInt64](repeating: 0, count: 1 << 10)
    var bytes: [UInt64] = [0, 0, 0, 0]
    var digits = 0
    var before: UInt8 = 0
    for index in text.indices {
      let byte = LiteralAutomaton.lowered(text[index])
      if ByteClass.isDigit(byte) { digits += 1 }
      bytes[Int(byte >> 6)] |= 1 << UInt64(byte & 63)
      if index > 0 { pairs[Int(before) << 2 | Int(byte >> 6)] |= 1 << UInt64(byte & 63) }
      before = byte
      lowered.append(byte)
    }
    for (index, literal) in literals.enumerated() where canStand(literal, bytes, pairs) {
      found[index] = LiteralSet.stands(literal, in: lowered.span)
    }
    return digits
  }

  private func canStand(_ literal: [UInt8], _ bytes: [UInt64], _ pairs: [UInt64]) -> Bool {
    var before = literal[0]
    if bytes[Int(before >> 6)] >> UInt64(before & 63) & 1 == 0 { return false }
    for byte in literal.dropFirst() {
      if pairs[Int(before) << 2 | Int(byte >> 6)] >> UInt64(byte & 63) & 1 == 0 { return false }
      before = byte
    }
    return true
  }

  /// Whether a word, in lower case, stands in a text in any case.
  static func stands(_ word: [UInt8], in text: Span<UInt8>) -> Bool {
    guard word.count <= text.count else { return false }
    for start in 0...(text.count - word.count)
    where word.indices.allSatisfy({
      LiteralAutomaton.lowered(text[start + $0]) == word[$0]
    }) {
      return true
    }
    return false
  }
}
