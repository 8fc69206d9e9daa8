/// Puts other names, places, numbers and dates into a document, and leaves all else as it is.
package struct Refiller: Sendable {
  private let vocabulary: Vocabulary
  private let words: RefillWords

  /// - Throws: a list that refilling needs and the vocabulary does not have.
  package init(vocabulary: Vocabulary) throws(TrainingTextError) {
    self.vocabulary = vocabulary
    words = try RefillWords(vocabulary.lists)
  }

  /// The same document with other identifiers, each in the form of the one it replaces.
  ///
  /// Within the document the same word becomes the same word, and no name word of the original stays in a name.
  package func refill(
    _ document: TrainingDocument, id: String, random: inout SeededRandom
  ) -> TrainingDocument {
    var refill = DocumentRefill(document, vocabulary: vocabulary, words: words, random: random)
    var builder = DocumentBuilder()
    var done = 0
    for span in document.spans {
      builder.append(document.text[done..<span.range.lowerBound])
      let original = document.string(of: span)
      let before = document.text[..<span.range.lowerBound].suffix(24).string
      builder.append(
        refill.replacement(of: original, label: span.label, before: before).utf8, as: span.label)
      done = span.range.upperBound
    }
    builder.append(document.text[done...])
    random = refill.random
    return TrainingDocument(
      id: id, kind: document.kind, text: builder.text, spans: builder.spans)
  }
}
