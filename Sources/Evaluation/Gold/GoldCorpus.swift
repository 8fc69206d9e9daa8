/// Documents with their annotations.
package struct GoldCorpus: Sendable, Hashable {
  package var documents: [EvaluationDocument]
  package var spans: [GoldSpan]

  package init(documents: [EvaluationDocument] = [], spans: [GoldSpan] = []) {
    self.documents = documents
    self.spans = spans
  }
}
