/// A stretch of a document that somebody marked as an identifier.
package struct GoldSpan: Sendable, Hashable {
  /// The name of the document's file.
  package let file: String
  /// Offset of the first character, in Unicode code points.
  package let start: Int
  /// Offset behind the last character, in Unicode code points.
  package let end: Int
  /// The corpus's own label; nil when it gives none.
  package let label: String?
  /// The coarse label scores are counted under.
  package let hipaa: String
  /// False where the rules let the text stay, so that neither finding nor missing it counts.
  package let required: Bool
  /// What stands there according to the corpus; a check on the offsets.
  package let text: String?

  package init(
    file: String, start: Int, end: Int, label: String? = nil, hipaa: String,
    required: Bool = true, text: String? = nil
  ) {
    self.file = file
    self.start = start
    self.end = end
    self.label = label
    self.hipaa = hipaa
    self.required = required
    self.text = text
  }
}

/// A stretch of a document that was found.
package struct PredictedSpan: Sendable, Hashable {
  /// The name of the document's file.
  package let file: String
  /// Offset of the first character, in Unicode code points.
  package let start: Int
  /// Offset behind the last character, in Unicode code points.
  package let end: Int
  /// The coarse label; without one the span takes part in the label-blind figures only.
  package let hipaa: String?
  /// What found it.
  package let rule: String?

  package init(
    file: String, start: Int, end: Int, hipaa: String? = nil, rule: String? = nil
  ) {
    self.file = file
    self.start = start
    self.end = end
    self.hipaa = hipaa
    self.rule = rule
  }
}

/// A document to score on.
package struct EvaluationDocument: Sendable, Hashable {
  /// The name of its file.
  package let name: String
  package let text: String

  package init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}
