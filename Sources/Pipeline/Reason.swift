import Patterns

/// Why a document was not released, as a stable code and as a sentence for the person who dropped it in.
package struct Reason: Error, Sendable, Hashable {
  /// `second-scan`, `format.pdf`, `pattern-limit`: lower-case letters, digits, `.`, `-`.
  package var code: String
  /// What happened and what to do, in plain words. It never repeats anything of the document.
  package var explanation: String

  package init(code: String, explanation: String) {
    self.code = code
    self.explanation = explanation
  }

  /// The check of the finished text found an identifier that detection had missed.
  package static func secondScan(_ count: Int) -> Reason {
    Reason(
      code: "second-scan",
      explanation: """
        The check of the finished text still found \(count == 1 ? "one trace" : "\(count) traces") of an \
        identifier. A person has to read the draft before it may leave.
        """)
  }

  /// The check of the finished text met words that no rule can read.
  package static let unsupportedScript = Reason(
    code: "unsupported-script",
    explanation: """
      The text holds words in a script that scrubd does not read, so nobody has checked what they say. \
      Translate or remove them and drop the document in again, or have a person read the draft.
      """)

  package static let vaultTaken = Reason(
    code: "vault-taken",
    explanation: """
      The vault already keeps other values of this document, from an earlier try under other rules. \
      Drop the original in again.
      """)

  package static let rejected = Reason(
    code: "rejected",
    explanation: """
      A person has decided that this document may not leave. The draft lies beside this note; \
      change the original and drop it in again if it is to be scrubbed once more.
      """)

  package static let changedSinceHeld = Reason(
    code: "changed-since-held",
    explanation: """
      The draft in the hold folder is not the one that was held, or its report is damaged. \
      Reject the document and drop the original in again.
      """)

  /// A rule gave up before it had read the whole text, so nobody knows what it would have found.
  package static func patternLimit(rule: String, limit: String) -> Reason {
    Reason(
      code: "pattern-limit",
      explanation: """
        The rule \(rule) reached its \(limit) limit on this text, so the text was not fully checked. \
        Report the rule to whoever keeps the patterns.
        """)
  }

  package static func patternFailed(rule: String, code: Int) -> Reason {
    Reason(
      code: "pattern-failed",
      explanation: """
        The rule \(rule) failed on this text (PCRE2 error \(code)), so the text was not fully checked. \
        Report the rule to whoever keeps the patterns.
        """)
  }

  package static let timeLimit = Reason(
    code: "time-limit",
    explanation: """
      The text took longer than the time allowed for one document, so it was not fully checked. \
      Split it, or raise the limit in the configuration.
      """)

  package static let crashes = Reason(
    code: "crashes",
    explanation: """
      Each time scrubd worked on this document it ended without a word, three times by now, so it is not tried again. \
      It may need more memory than scrubd may use: split it, or raise memoryLimitBytes or the unit's MemoryMax=. Else \
      please report this as a bug.
      """)

  package static let unwritable = Reason(
    code: "unwritable",
    explanation: """
      The scrubbed text cannot be written in the encoding the document came in. \
      Save the document as UTF-8 and drop it in again.
      """)

  package static let unrecordable = Reason(
    code: "unrecordable",
    explanation: """
      The account of what was taken out of this text is too long for the audit log, so it may not leave. \
      Split the document and drop in the parts.
      """)

  package static let notAsRecorded = Reason(
    code: "not-as-recorded",
    explanation: """
      After a stop in the middle of its release, the scrubbed files were not those that the audit log has on record. \
      Drop the original in again, and tell the administrator: a disk may be failing.
      """)

  package static let unknownProfile = Reason(
    code: "unknown-profile",
    explanation: """
      The folder it was dropped into is named after a profile that is not there any more. \
      Drop the original into another folder, or bring the profile back.
      """)

  package static let undecided = Reason(
    code: "internal-order",
    explanation: "scrubd lost track of this document's steps. Please report this as a bug.")
}
