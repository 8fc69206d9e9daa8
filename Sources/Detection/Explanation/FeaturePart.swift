/// One thing a feature asks about, of the token itself or of one so many tokens behind (positive) or before it.
enum FeaturePart {
  case word(Int), prefix(Int), suffix(Int), neighbourSuffix(Int)
  case shape(Int), lists(Int), wordClass(Int), found(Int)
  case length, rule, elsewhere, layout
  case smallBefore, smallAfter
  case label, lineStart, lineForm, lineBefore
  case letterCase, tone, foundLeft, foundRight
  case group(Int), family(Int), smallGroupBefore, smallGroupAfter, near, register
  case nothing
}

extension FeatureTemplate {
  /// What the question asks about.
  var parts: [FeaturePart] {
    switch self {
    case .always: [.nothing]
    case .word: [.word(0)]
    case .prefixOf3: [.prefix(3)]
    case .prefixOf4: [.prefix(4)]
    case .suffixOf2: [.suffix(2)]
    case .suffixOf3: [.suffix(3)]
    case .suffixOf4: [.suffix(4)]
    case .shape: [.shape(0)]
    case .shapeAndLength: [.shape(0), .length]
    case .lexicon: [.lists(0)]
    case .shapeAndLexicon: [.shape(0), .lists(0)]
    case .givenAndSurname: [.lists(0), .layout, .shape(0)]
    case .wordClass: [.wordClass(0)]
    case .wordClassAndShape: [.wordClass(0), .shape(0)]
    case .found: [.found(0)]
    case .foundRule: [.rule]
    case .elsewhere: [.elsewhere, .shape(0)]
    case .elsewhereAndLexicon: [.elsewhere, .lists(0)]
    case .layout: [.layout]
    case .layoutAndShape: [.layout, .shape(0)]
    case .letterCase: [.letterCase, .lists(0), .shape(0)]
    default: nearParts
    }
  }

  private var nearParts: [FeaturePart] {
    switch self {
    case .wordBefore: [.word(-1)]
    case .suffixBefore: [.neighbourSuffix(-1)]
    case .shapeBefore: [.shape(-1)]
    case .lexiconBefore: [.lists(-1), .shape(-1)]
    case .classBefore: [.wordClass(-1)]
    case .foundBefore: [.found(-1)]
    case .wordAfter: [.word(1)]
    case .suffixAfter: [.neighbourSuffix(1)]
    case .shapeAfter: [.shape(1)]
    case .lexiconAfter: [.lists(1), .shape(1)]
    case .classAfter: [.wordClass(1)]
    case .foundAfter: [.found(1)]
    case .wordBefore2: [.word(-2)]
    case .shapeBefore2: [.shape(-2)]
    case .lexiconBefore2: [.lists(-2)]
    case .classBefore2: [.wordClass(-2)]
    case .foundBefore2: [.found(-2)]
    case .wordAfter2: [.word(2)]
    case .shapeAfter2: [.shape(2)]
    case .lexiconAfter2: [.lists(2)]
    case .classAfter2: [.wordClass(2)]
    case .foundAfter2: [.found(2)]
    case .wordBefore3: [.word(-3)]
    case .lexiconBefore3: [.lists(-3), .shape(-3)]
    case .wordAfter3: [.word(3)]
    case .lexiconAfter3: [.lists(3), .shape(3)]
    default: pairParts
    }
  }

  private var pairParts: [FeaturePart] {
    switch self {
    case .wordBeforeAndShape: [.word(-1), .shape(0)]
    case .wordAfterAndShape: [.word(1), .shape(0)]
    case .wordBeforeAndLexicon: [.word(-1), .lists(0)]
    case .shapesAround: [.shape(-1), .shape(0), .shape(1)]
    case .lexiconsBefore: [.lists(-1), .lists(0), .shape(0)]
    case .lexiconsAfter: [.lists(1), .lists(0), .shape(0)]
    case .wordsBefore: [.word(-2), .word(-1)]
    case .wordsAfter: [.word(1), .word(2)]
    case .wordsAround: [.word(-1), .word(1)]
    case .classBeforeAndLexicon: [.wordClass(-1), .lists(0), .shape(0)]
    case .classAfterAndLexicon: [.wordClass(1), .lists(0), .shape(0)]
    case .contentBefore: [.smallBefore, .shape(0)]
    case .contentAfter: [.smallAfter, .shape(0)]
    default: lineParts
    }
  }

  private var lineParts: [FeaturePart] {
    switch self {
    case .lineLabel: [.label, .shape(0)]
    case .lineLabelAndLexicon: [.label, .lists(0)]
    case .lineStartWord: [.lineStart, .shape(0)]
    case .linePosition: [.lineForm, .lists(0)]
    case .lineForm: [.lineForm, .shape(0)]
    case .lineBefore: [.lineBefore, .lineForm]
    case .lineBeforeAndShape: [.lineBefore, .shape(0)]
    case .tone: [.tone]
    case .toneAndShape: [.tone, .shape(0)]
    case .toneAndLexicon: [.tone, .lists(0)]
    case .foundLeft: [.foundLeft, .shape(0)]
    case .foundRight: [.foundRight, .shape(0)]
    default: groupParts
    }
  }

  private var groupParts: [FeaturePart] {
    switch self {
    case .group: [.group(0)]
    case .groupAndShape: [.group(0), .shape(0)]
    case .familyAndLexicon: [.family(0), .lists(0)]
    case .groupBefore: [.group(-1)]
    case .familyBefore: [.family(-1)]
    case .groupAfter: [.group(1)]
    case .familyAfter: [.family(1)]
    case .groupBefore2: [.group(-2)]
    case .groupAfter2: [.group(2)]
    case .groupBefore3: [.group(-3)]
    case .groupAfter3: [.group(3)]
    case .groupBeforeAndShape: [.group(-1), .shape(0)]
    case .groupAfterAndShape: [.group(1), .shape(0)]
    case .familiesAround: [.family(-1), .shape(0), .family(1)]
    case .familiesBefore: [.family(-2), .family(-1), .shape(0)]
    case .familiesAfter: [.shape(0), .family(1), .family(2)]
    case .contentGroupBefore: [.smallGroupBefore, .shape(0)]
    case .contentGroupAfter: [.smallGroupAfter, .shape(0)]
    case .surroundings: [.near, .shape(0)]
    case .registerAndShape: [.register, .shape(0)]
    case .registerAndLexicon: [.register, .lists(0)]
    default: []
    }
  }
}
