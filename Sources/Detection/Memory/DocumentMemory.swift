import Patterns

/// What pass 1 learnt of a document: its people, and the organisations, places and numbers it names.
///
/// It drives pass 2, and the second scan of the written text. It holds hashes and, for misspellings, the letters of
/// name parts; it must not outlive the document or be logged.
package struct DocumentMemory: Sendable {
  let people: PeopleOfDocument
  let repeats: RepeatSweep

  /// The people the document speaks of, in the order their full names were learnt.
  package var subjects: [Subject] { people.subjects }

  /// The confidence, in thousandths, from which a name found in pass 1 is looked for everywhere.
  static let memorable = 700

  /// Learns from pass 1's candidates and tells each name candidate whose it is.
  init(_ candidates: inout [Candidate], tokens: [Token], bytes: [UInt8]) {
    let index = TokenIndex()
    MentionShaping(tokens: tokens).shape(&candidates)
    people = PeopleOfDocument(
      &candidates, tokens: tokens, bytes: bytes, index: index, atLeast: DocumentMemory.memorable)
    repeats = RepeatSweep(candidates, tokens: tokens, index: index)
  }

  /// Every mention of something known in a tokenised text, in view offsets.
  func sweep(_ tokens: [Token], _ bytes: [UInt8], into candidates: inout [Candidate]) {
    let index = TokenIndex()
    let names = Coverage(
      candidates, tokens, index, atLeast: DocumentMemory.memorable, where: { $0 == .name })
    let others = Coverage(
      candidates, tokens, index, atLeast: RepeatSweep.memorable, where: { $0 != .name })
    AliasSweep(tokens: tokens, bytes: bytes, people: people, known: names).find(into: &candidates)
    DisguisedNames(tokens: tokens, bytes: bytes, people: people).find(into: &candidates)
    repeats.find(in: tokens, known: others, into: &candidates)
  }
}
