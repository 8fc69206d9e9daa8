/// The note that lies beside a document scrubd would not process.
struct QuarantineNote {
  let id: String
  let reason: Reason

  /// The note as plain text.
  var text: String {
    """
    This document was not scrubbed, and nothing of it was released.

    Document: \(id)
    Reason:   \(reason.explanation)
    Code:     \(reason.code)

    The original lies beside this note, unchanged.

    """
  }
}
