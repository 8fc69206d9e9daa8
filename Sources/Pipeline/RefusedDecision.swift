/// Why a person's decision was not carried out: the document stays held as it was.
package enum RefusedDecision: String, Sendable, Hashable, CaseIterable {
  /// The second scan had found something, and nobody has said that it may stay.
  case traces
  /// The reason is none of the audit's list.
  case unknownReason = "unknown-reason"
  case changedSinceHeld = "changed-since-held"
  /// The profile it was held under is not there any more.
  case unknownProfile = "unknown-profile"
  /// The edited draft is too large, no text, or cannot be written in its encoding.
  case editedUnreadable = "edited-unreadable"
  /// A rule failed on the edited draft.
  case editedNotChecked = "edited-not-checked"
  /// The edited draft would be held for something that the document was not held for.
  case editedRevealsMore = "edited-reveals-more"

  /// What happened and what to do.
  package var explanation: String {
    switch self {
    case .traces:
      "the second scan found traces of identifiers in the draft. Read it, and approve with --accept-traces if they are none, or edit it."
    case .unknownReason: "its reason is none that the audit log knows. Decide again with --reason."
    case .changedSinceHeld: Reason.changedSinceHeld.explanation
    case .unknownProfile: Reason.unknownProfile.explanation
    case .editedUnreadable:
      "the edited draft is larger than a document may be, or no text that scrubd can read. Save it as UTF-8."
    case .editedNotChecked:
      "a rule failed on the edited draft or the time was up, so it was not fully checked. Shorten it, or report the rule."
    case .editedRevealsMore:
      "the edited draft would be held for something new. `scrubd redact` on it, with the same profile, says what."
    }
  }

  /// What a code of a refusal means.
  package static func words(for code: String) -> String {
    RefusedDecision(rawValue: code)?.explanation
      ?? "the decision could not be read, or was made by somebody else than the service's user or root."
  }
}
