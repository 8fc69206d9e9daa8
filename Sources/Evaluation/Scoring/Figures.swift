/// The rates of one label; not a number where nothing was counted.
package struct Figures: Sendable {
  package let spans: Int
  package let spanRecall: Double
  package let tokens: Int
  package let tokenRecall: Double
  package let tokenPrecision: Double
  package let characterRecall: Double
  /// Recall and precision that ask for the right label too.
  package let labelRecall: Double
  package let labelPrecision: Double
  package let falseTokens: Int

  /// The harmonic mean of token recall and precision.
  package var tokenF: Double { Figures.harmonicMean(tokenRecall, tokenPrecision) }
  /// The same with labels.
  package var labelF: Double { Figures.harmonicMean(labelRecall, labelPrecision) }

  /// - Parameter labelPrecision: instead of the one counted, for the sum of all labels.
  init(_ counts: Counts, labelPrecision: Double? = nil) {
    let predicted = counts.predictedRight + counts.predictedFalse
    spans = counts.spans
    spanRecall = Figures.ratio(counts.spansFound, counts.spans)
    tokens = counts.tokens
    tokenRecall = Figures.ratio(counts.tokensFound, counts.tokens)
    tokenPrecision = Figures.ratio(counts.predictedRight, predicted)
    characterRecall = Figures.ratio(counts.charactersFound, counts.characters)
    labelRecall = Figures.ratio(counts.tokensFoundWithLabel, counts.tokens)
    self.labelPrecision = labelPrecision ?? Figures.ratio(counts.predictedRightLabel, predicted)
    falseTokens = counts.predictedFalse
  }

  static func ratio(_ part: Int, _ whole: Int) -> Double {
    whole == 0 ? .nan : Double(part) / Double(whole)
  }

  static func harmonicMean(_ one: Double, _ other: Double) -> Double {
    one + other == 0 ? .nan : 2 * one * other / (one + other)
  }
}
