/// The questions the tagger asks of a token. A feature is a question and its answer, hashed into 32 bits; the raw values
/// are part of every trained model and are never given away again.
package enum FeatureTemplate: UInt32, Sendable, CaseIterable {
  case always = 1
  // The token itself.
  case word, prefixOf3, prefixOf4, suffixOf2, suffixOf3, suffixOf4
  case shape, shapeAndLength, lexicon, shapeAndLexicon, givenAndSurname, wordClass,
    wordClassAndShape
  case found, foundRule, elsewhere, elsewhereAndLexicon, layout, layoutAndShape, letterCase
  // One token away.
  case wordBefore, suffixBefore, shapeBefore, lexiconBefore, classBefore, foundBefore
  case wordAfter, suffixAfter, shapeAfter, lexiconAfter, classAfter, foundAfter
  // Two tokens away.
  case wordBefore2, shapeBefore2, lexiconBefore2, classBefore2, foundBefore2
  case wordAfter2, shapeAfter2, lexiconAfter2, classAfter2, foundAfter2
  // Three tokens away.
  case wordBefore3, lexiconBefore3, wordAfter3, lexiconAfter3
  // Pairs.
  case wordBeforeAndShape, wordAfterAndShape, wordBeforeAndLexicon, wordAfterAndLexicon
  case shapesAround, lexiconsBefore, lexiconsAfter, lexiconsAround
  case wordsBefore, wordsAfter, wordsAround, wordsBeforeAndShape
  case classBeforeAndLexicon, classAfterAndLexicon
  /// The nearest word in small letters, over capitals and punctuation.
  case contentBefore, contentAfter, contentBeforeAndLexicon
  // The line.
  case lineLabel, lineLabelAndLexicon, lineStartWord, linePosition, lineForm
  case lineBefore, lineBeforeAndShape
  // The document, and what was found beyond the neighbours.
  case tone, toneAndShape, toneAndLexicon, foundLeft, foundRight
}

extension FeatureTemplate {
  /// Which token's traits, standing by themselves, answer a question; `context` where it takes more.
  enum Asked: Int, CaseIterable {
    case own, before, after, before2, after2, before3, after3
    case context

    /// The questions that one token answers.
    static let ofOneToken = 7
  }

  /// The findings are no traits of a token's own, so the questions about them are of the context.
  @inline(__always) var asks: Asked {
    switch self {
    case .always, .word, .prefixOf3, .prefixOf4, .suffixOf2, .suffixOf3, .suffixOf4, .shape,
      .shapeAndLength, .lexicon, .shapeAndLexicon, .givenAndSurname, .wordClass, .wordClassAndShape,
      .layout, .layoutAndShape:
      .own
    case .wordBefore, .suffixBefore, .shapeBefore, .lexiconBefore, .classBefore: .before
    case .wordAfter, .suffixAfter, .shapeAfter, .lexiconAfter, .classAfter: .after
    case .wordBefore2, .shapeBefore2, .lexiconBefore2, .classBefore2: .before2
    case .wordAfter2, .shapeAfter2, .lexiconAfter2, .classAfter2: .after2
    case .wordBefore3, .lexiconBefore3: .before3
    case .wordAfter3, .lexiconAfter3: .after3
    default: .context
    }
  }
}
