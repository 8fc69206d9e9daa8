/// Why one place of a document goes or stays, as `detect --explain` prints it: a JSON object, or plain text.
///
/// Offsets count what `--offsets` asks for. It holds text of the document.
struct ExplainedPlace: Encodable {
  let file: String
  let start: Int
  let end: Int
  let text: String
  let profile: String
  let outcomes: [Outcome]
  let words: [Word]
  let proposals: [Proposal]

  /// What becomes of a finding.
  struct Outcome: Encodable {
    let start: Int
    let end: Int
    let text: String
    let category: String
    let hipaa: String
    /// The letter of 45 CFR 164.514(b)(2)(i).
    let item: String
    let rule: String
    let confidence: Double
    let evidence: [String]
    let role: String
    let `operator`: String
    /// What stands in its place; the text itself when it is kept.
    let replacement: String
    /// Why the profile does that.
    let reason: String
  }

  /// A token and what is known of it.
  struct Word: Encodable {
    let start: Int
    let end: Int
    let text: String
    let writing: [String]
    let lists: [String]
    let isSpared: Bool
    let tagger: Tagger
  }

  /// What the tagger made of a token.
  struct Tagger: Encodable {
    /// `candidate`, `beside`, `unread` or `absent`.
    let gate: String
    /// Calibrated.
    let nothing: Double
    /// Under the profile, the word is an identifier of `kind` when `nothing` is not above it.
    let threshold: Double
    let kinds: [Kind]
    let kind: String
    let reasonsFor: [Reason]
    let reasonsAgainst: [Reason]
  }

  struct Kind: Encodable {
    let kind: String
    let probability: Double
  }

  /// What one feature said.
  struct Reason: Encodable {
    let feature: String
    let question: String
    let answer: String
    let bits: Double
  }

  /// What some rule proposed, and what became of that.
  struct Proposal: Encodable {
    let start: Int
    let end: Int
    let text: String
    let category: String
    let rule: String
    let confidence: Double
    let evidence: [String]
    /// `stands`, `covered`, `guarded`, `medicine`, `unconfirmed` or `spared`.
    let fate: String
    /// The rule that has the place, or the guard.
    let by: String?
  }
}
