/// Which annotations count.
package struct ScoringOptions: Sendable, Hashable {
  /// Spans that are not required are neither asked for nor held against a prediction.
  package var requiredOnly: Bool
  /// Labels to treat in the same way.
  package var ignored: Set<String>

  package init(requiredOnly: Bool = false, ignored: Set<String> = []) {
    self.requiredOnly = requiredOnly
    self.ignored = ignored
  }

  /// Whether a span must be found.
  func asksFor(_ span: GoldSpan) -> Bool {
    !(requiredOnly && !span.required) && !ignored.contains(span.hipaa)
  }
}

/// Scores predictions against annotations.
///
/// A token is a run of word characters. A token asked for counts as found when every character of it inside the annotation is
/// covered by predictions, whatever their labels. A predicted token is right when it touches an annotation.
package enum Scorer {
  /// Counts every document, also those without annotations.
  package static func score(
    documents: [EvaluationDocument], gold: [GoldSpan], predicted: [PredictedSpan],
    options: ScoringOptions = ScoringOptions()
  ) -> Score {
    let goldByFile = Dictionary(grouping: gold, by: \.file)
    let predictedByFile = Dictionary(grouping: predicted, by: \.file)
    let named = Set(goldByFile.keys).union(predictedByFile.keys)
    var score = Score()
    score.unknownFiles = named.subtracting(documents.map(\.name)).sorted(by: byCodePoints)
    for document in documents.sorted(by: { byCodePoints($0.name, $1.name) }) {
      let gold = goldByFile[document.name] ?? []
      score.badGoldOffsets += badOffsets(gold, in: document)
      DocumentScorer(
        document, gold: gold, predicted: predictedByFile[document.name] ?? [], options: options
      ).count(into: &score)
    }
    return score
  }

  private static func byCodePoints(_ one: String, _ other: String) -> Bool {
    one.unicodeScalars.lexicographicallyPrecedes(other.unicodeScalars)
  }

  private static func badOffsets(_ gold: [GoldSpan], in document: EvaluationDocument) -> Int {
    let scalars = Array(document.text.unicodeScalars)
    return gold.count { span in
      guard let text = span.text else { return false }
      return !scalars[span.range.clamped(to: scalars.indices)].elementsEqual(text.unicodeScalars)
    }
  }
}
