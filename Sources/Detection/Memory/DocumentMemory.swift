import Patterns

/// What pass 1 learnt of a document: its people, and the organisations, places and numbers it names.
///
/// It drives pass 2, and the second scan of the written text. It holds hashes and, for misspellings, the letters of
/// name parts; it must not outlive the document or be logged.
package struct DocumentMemory: Sendable {
  let people: PeopleOfDocument
  let repeats: RepeatSweep
  let suspects: SuspectRepeats
  /// Whether the document is typed without capitals: see `WritingHabits`.
  let isTypedLower: Bool
  /// Words of mentions that were read and found to be something else, in this document: see `SparedMentions`.
  var spared: Set<UInt64> = []

  /// The people the document speaks of, in the order their full names were learnt.
  package var subjects: [Subject] { people.subjects }

  /// The confidence, in thousandths, from which a name found in pass 1 is looked for everywhere.
  static let memorable = 700

  /// Every mention of something known in a tokenised text, in view offsets.
  func sweep(
    _ tokens: [Token], _ bytes: [UInt8], _ time: TimeCheck, into candidates: inout [Candidate]
  ) throws(DetectionError) {
    let index = TokenIndex()
    let names = Coverage(
      candidates, tokens, index, atLeast: DocumentMemory.memorable, where: { $0 == .name })
    let others = Coverage(
      candidates, tokens, index, atLeast: RepeatSweep.memorable, where: { $0 != .name })
    try AliasSweep(tokens: tokens, bytes: bytes, people: people, known: names)
      .find(time, into: &candidates)
    try DisguisedNames(tokens: tokens, bytes: bytes, people: people, known: names)
      .find(time, into: &candidates)
    try suspects.find(in: tokens, known: names, time, into: &candidates)
    try repeats.find(in: tokens, known: others, time, into: &candidates)
  }

  /// Removes mentions behind the first `count` candidates all of whose words were spared in this document.
  func removeSpared(from candidates: inout [Candidate], behind count: Int, tokens: [Token]) {
    guard !spared.isEmpty else { return }
    let index = TokenIndex()
    let swept = candidates[count...].filter { candidate in
      let words = tokens[index.tokens(in: candidate.range, tokens)].filter { $0.kind == .word }
      return words.isEmpty || !words.allSatisfy { spared.contains($0.hash) }
    }
    candidates.replaceSubrange(count..., with: swept)
  }

  /// Gives the role of clinician to mentions that can be nobody else's, and to no others: all their words are names of
  /// one clinician, and none is a name of anybody who is not a clinician.
  func settleRoles(_ candidates: inout [Candidate], tokens: [Token], bytes: [UInt8]) {
    let index = TokenIndex()
    for number in candidates.indices where candidates[number].category == .name {
      let role = candidates[number].role
      guard role == .clinician || role == .unknown else { continue }
      let range = index.tokens(in: candidates[number].range, tokens)
      let words = NameParts(tokens: tokens, in: range, bytes: bytes).words.map(\.hash)
      let subject = candidates[number].subject ?? words.first.flatMap { people.byPart[$0]?.first }
      candidates[number].role = people.isOnlyClinician(subject, words) ? .clinician : .unknown
    }
  }
}
