/// A corpus and how well its documents went.
package struct CorpusScore: Sendable {
  package let name: String
  /// Whether its documents are messages of machines (HL7, JSON, XML), which are measured as if they were prose.
  package let isReadAsProse: Bool
  package let score: Score

  package init(name: String, isReadAsProse: Bool = false, score: Score) {
    self.name = name
    self.isReadAsProse = isReadAsProse
    self.score = score
  }
}
