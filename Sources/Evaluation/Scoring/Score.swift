/// How well a set of predictions covers a set of annotations.
package struct Score: Sendable {
  package internal(set) var documents = 0
  /// In code points.
  package internal(set) var characters = 0
  /// Documents with at least one span asked for.
  package internal(set) var documentsWithGold = 0
  /// Those of them in which at least one token of one such span is left.
  package internal(set) var leakedDocuments = 0
  /// Documents with at least one predicted token that nobody marked.
  package internal(set) var documentsWithFalse = 0
  /// Annotations whose offsets do not point at the text they name.
  package internal(set) var badGoldOffsets = 0
  /// Files that spans name and no document has, sorted.
  package internal(set) var unknownFiles: [String] = []
  package internal(set) var labels = LabelCounts()
  /// Spans of which something is left, in order of documents and annotations.
  package internal(set) var missed: [Passage] = []
  /// Predictions that touch nothing marked, in order of documents and predictions.
  package internal(set) var falseAlarms: [Passage] = []
  /// Predictions that touch something marked and tokens that nobody marked as well, in the same order.
  package internal(set) var overlong: [Passage] = []

  /// The labels asked for, sorted by code points.
  package var askedLabels: [String] {
    labels.names.filter { $0 != LabelCounts.all && labels[$0].spans > 0 }
      .sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
  }

  /// The counts of all labels together.
  package var total: Counts {
    var total = labels[LabelCounts.all]
    for name in askedLabels { total.addAsked(labels[name]) }
    return total
  }

  /// The rates of all labels together. Label precision: predicted tokens with the right label of all that carry a label.
  package var overall: Figures {
    let labelled = labels.names.filter { $0 != LabelCounts.all && $0 != LabelCounts.none }
      .map { labels[$0] }
    let right = labelled.reduce(0) { $0 + $1.predictedRightLabel }
    let whole = labelled.reduce(0) { $0 + $1.predictedRight + $1.predictedFalse }
    return Figures(total, labelPrecision: Figures.ratio(right, whole))
  }

  /// The rates of one label.
  package func figures(_ label: String) -> Figures { Figures(labels[label]) }

  /// Documents that leak of documents with something to find; nil when there is none.
  package var documentLeakRate: Double? {
    documentsWithGold == 0 ? nil : Double(leakedDocuments) / Double(documentsWithGold)
  }

  /// False tokens in 1,000 characters; nil when there are no characters.
  package var falseTokensPer1000Characters: Double? {
    characters == 0 ? nil : 1000 * Double(total.predictedFalse) / Double(characters)
  }

  /// Precision by characters that are no white space.
  package var characterPrecision: Double {
    let total = total
    return Figures.ratio(
      total.predictedCharactersRight,
      total.predictedCharactersRight + total.predictedCharactersFalse)
  }
}
