import Lexicons
import Patterns

/// Pass 2 for what is no person: an organisation, a place or a number found once with a reason is the same thing
/// wherever it stands again, with or without its label.
struct RepeatSweep: Sendable {
  /// The shortest number, in characters, that is sought again without its label.
  private static let shortestNumber = 5
  /// The confidence, in thousandths, from which something found in pass 1 is looked for everywhere.
  static let memorable = 800

  private struct Known: Sendable {
    var hashes: [UInt64]
    var category: Category
  }

  /// By the hash of all their words; nil for the first words of a longer one.
  private var known: [UInt64: Known?] = [:]
  /// The first words of all.
  private var filter = WordFilter()

  /// Learns what to look for from a candidate, if it was found with confidence.
  ///
  /// - Parameter range: its tokens.
  mutating func learn(
    _ candidate: Candidate, _ range: Range<Int>, tokens: [Token], bytes: [UInt8]
  ) {
    guard candidate.confidence >= RepeatSweep.memorable,
      let entry = RepeatSweep.entry(candidate.category, tokens, range)
    else { return }
    learn(entry)
    if let tag = RepeatSweep.runTogether(entry, tokens, bytes, range) { learn(tag) }
    if let short = RepeatSweep.shortForm(of: entry, tokens, range) { learn(short) }
  }

  private mutating func learn(_ entry: Known) {
    var hash = WordHash.seed
    if let first = entry.hashes.first { filter.insert(first) }
    for (number, word) in entry.hashes.enumerated() {
      hash = RepeatSweep.combine(hash, word)
      if number + 1 < entry.hashes.count {
        if known[hash] == nil { known[hash] = .some(nil) }
      } else if (known[hash] ?? nil) == nil {
        known[hash] = .some(entry)
      }
    }
  }

  private static func combine(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    (hash.byteSwapped ^ word) &* 0x9e37_79b9_7f4a_7c15
  }

  /// `PortAransas` of `Port Aransas`: the words of a place or organisation as a hashtag or handle has them.
  private static func runTogether(
    _ entry: Known, _ tokens: [Token], _ bytes: [UInt8], _ range: Range<Int>
  ) -> Known? {
    guard entry.category == .organization || entry.category == .place, entry.hashes.count > 1
    else { return nil }
    var hash = WordHash.seed
    var length = 0
    for token in tokens[range] where token.hash != 0 {
      for byte in bytes[token.range] where byte != 0x27 {
        hash = WordHash.combine(hash, ByteClass.isUpper(byte) ? byte | 0x20 : byte)
        length += 1
      }
    }
    return length >= shortestTag ? Known(hashes: [hash], category: entry.category) : nil
  }

  /// The fewest letters of words run together that say something by themselves.
  private static let shortestTag = 8

  /// `Silvergrove` of `Silvergrove Hospice`: the first word of an organisation's name, where it is a word of no list
  /// but those of surnames.
  private static func shortForm(of entry: Known, _ tokens: [Token], _ range: Range<Int>) -> Known? {
    guard entry.category == .organization, entry.hashes.count > 1,
      let first = range.first(where: { tokens[$0].hash != 0 }), tokens[first].length >= 5,
      tokens[first].kind == .word, tokens[first].isNameOnly, tokens[first].given < 6,
      tokens[first].facts.weight(.dictionary) == 0
    else { return nil }
    return Known(hashes: [tokens[first].hash], category: .organization)
  }

  /// Adds a candidate for every place where something learnt stands in `tokens` and is not `known` yet.
  func find(
    in tokens: [Token], known covered: Coverage, _ time: TimeCheck,
    into candidates: inout [Candidate]
  ) throws(DetectionError) {
    guard !known.isEmpty else { return }
    for start in tokens.indices where tokens[start].hash != 0 {
      try time.ask(at: start)
      guard filter.mayContain(tokens[start].hash) else { continue }
      for (entry, end) in entries(tokens, from: start)
      where !covered.covers(start..<end, tokens) {
        candidates.append(
          Candidate(
            range: Int(tokens[start].start)..<Int(tokens[end - 1].end), category: entry.category,
            rule: "document/repeat", confidence: 900, evidence: ["document:repeat"]))
      }
    }
  }

  /// What stands from `start`, punctuation between its words ignored, and one past the last token of each.
  private func entries(_ tokens: [Token], from start: Int) -> [(Known, Int)] {
    var found: [(Known, Int)] = []
    var hash = WordHash.seed
    var next = start
    while next < tokens.count {
      while next < tokens.count, tokens[next].hash == 0, next < start + RepeatSweep.widest {
        next += 1
      }
      guard next < tokens.count, tokens[next].hash != 0 else { break }
      hash = RepeatSweep.combine(hash, tokens[next].hash)
      guard let known = known[hash] else { break }
      next += 1
      guard let entry = known else { continue }
      let isWords = entry.category == .organization || entry.category == .place
      // A hashtag need not have capitals.
      let isTag = start > 0 && tokens[start - 1].byte == 0x23 && tokens[start].isAttached
      if !isWords || isTag || tokens[start].startsUpper { found.append((entry, next)) }
    }
    return found
  }

  /// Tokens from the first word of something known within which punctuation may stand.
  private static let widest = 24

  private static func entry(_ category: Category, _ tokens: [Token], _ range: Range<Int>) -> Known?
  {
    let words = range.filter { tokens[$0].hash != 0 }
    guard let first = words.first else { return nil }
    let entry = Known(hashes: words.map { tokens[$0].hash }, category: category)
    switch category {
    case .organization, .place:
      let lone = tokens[first]
      let isTellable =
        !lone.isOrdinaryWord && !lone.isMedical && !lone.facts.has(.eponym) && lone.length >= 4
      return words.count > 1 || isTellable ? entry : nil
    case .record, .account, .healthPlan, .license, .device, .vehicle, .id, .ssn, .phone, .fax,
      .handle, .biometric:
      let length = words.reduce(0) { $0 + tokens[$1].length }
      let hasDigit = words.contains { tokens[$0].kind == .number || tokens[$0].kind == .mixed }
      // `@thelopsidedladyclub` has no digit, and is met again without its mark.
      let isRareHandle =
        category == .handle && words.count == 1 && tokens[first].isUnlisted
      return (hasDigit || isRareHandle) && length >= shortestNumber ? entry : nil
    default: return nil
    }
  }
}
