/// What was counted under one label.
package struct Counts: Sendable, Hashable {
  /// Spans asked for, and those of which nothing is left.
  package var spans = 0
  package var spansFound = 0
  /// Tokens asked for, those covered by any prediction, and those covered by predictions with the same label.
  package var tokens = 0
  package var tokensFound = 0
  package var tokensFoundWithLabel = 0
  /// Characters asked for, and those covered by any prediction.
  package var characters = 0
  package var charactersFound = 0
  /// Predicted tokens that touch a span asked for, one of the same label, and none that counts.
  package var predictedRight = 0
  package var predictedRightLabel = 0
  package var predictedFalse = 0
  /// Predicted characters that are no white space: asked for, and false.
  package var predictedCharactersRight = 0
  package var predictedCharactersFalse = 0

  package init() {}

  /// Adds what was asked for under another label.
  mutating func addAsked(_ other: Counts) {
    spans += other.spans
    spansFound += other.spansFound
    tokens += other.tokens
    tokensFound += other.tokensFound
    tokensFoundWithLabel += other.tokensFoundWithLabel
    characters += other.characters
    charactersFound += other.charactersFound
  }
}
