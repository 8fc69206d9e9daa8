import Detection
import Lexicons

/// Whether words end in an occupation of the word lists.
struct OccupationCheck: Sendable {
  let lexicon: Lexicon

  /// Words of the longest listed occupation that is asked for.
  private static let longest = 4

  /// - Parameter words: folded, with single blanks.
  func passes(_ words: ArraySlice<UInt8>) -> Bool {
    let parts = words.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: true)
    for count in stride(from: min(OccupationCheck.longest, parts.count), to: 0, by: -1) {
      let tail = parts.suffix(count).map { String(decoding: $0, as: UTF8.self) }
      let facts = lexicon.facts(of: tail.joined(separator: " "))
      if facts.has(.profession) { return true }
    }
    return false
  }
}
