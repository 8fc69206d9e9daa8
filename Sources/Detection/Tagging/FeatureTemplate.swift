/// The questions the tagger asks of a token. A feature is a question and its answer, hashed into 32 bits; the raw values
/// are part of every trained model and are never given away again, those of questions no longer asked included.
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
  case wordBeforeAndShape, wordAfterAndShape, wordBeforeAndLexicon
  case shapesAround = 52, lexiconsBefore, lexiconsAfter
  case wordsBefore = 56, wordsAfter, wordsAround
  case classBeforeAndLexicon = 60, classAfterAndLexicon
  /// The nearest word in small letters, over capitals and punctuation.
  case contentBefore, contentAfter
  // The line.
  case lineLabel = 65, lineLabelAndLexicon, lineStartWord, linePosition, lineForm
  case lineBefore, lineBeforeAndShape
  // The document, and what was found beyond the neighbours.
  case tone, toneAndShape, toneAndLexicon, foundLeft, foundRight
  // Groups of words that are used alike, and families of groups.
  case group, groupAndShape, familyAndLexicon
  case groupBefore, familyBefore, groupAfter, familyAfter
  case groupBefore2, groupAfter2, groupBefore3, groupAfter3
  case groupBeforeAndShape, groupAfterAndShape, familiesAround, familiesBefore, familiesAfter
  case contentGroupBefore, contentGroupAfter
  // What is near, and how the document speaks.
  case surroundings, registerAndShape, registerAndLexicon
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
      .layout, .layoutAndShape, .group, .groupAndShape, .familyAndLexicon:
      .own
    case .wordBefore, .suffixBefore, .shapeBefore, .lexiconBefore, .classBefore, .groupBefore,
      .familyBefore:
      .before
    case .wordAfter, .suffixAfter, .shapeAfter, .lexiconAfter, .classAfter, .groupAfter,
      .familyAfter:
      .after
    case .wordBefore2, .shapeBefore2, .lexiconBefore2, .classBefore2, .groupBefore2:
      .before2
    case .wordAfter2, .shapeAfter2, .lexiconAfter2, .classAfter2, .groupAfter2:
      .after2
    case .wordBefore3, .lexiconBefore3, .groupBefore3: .before3
    case .wordAfter3, .lexiconAfter3, .groupAfter3: .after3
    default: .context
    }
  }
}
