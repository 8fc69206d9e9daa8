import Lexicons

/// Takes the features of a token as they are worked out.
protocol FeatureSink {
  mutating func add(_ template: FeatureTemplate, _ first: UInt32, _ second: UInt32)
}

/// Works out the features of tokens: the same code for training and for the daemon.
///
/// Every answer is a small number made before (`TokenTraits`); nothing here touches the text or allocates.
struct TaggerFeatures {
  let reading: TokenReading

  /// Tells `sink` all features of the token at `index`.
  func add<Sink: FeatureSink>(of index: Int, to sink: inout Sink) {
    let own = reading.traits[index]
    let before = at(index - 1)
    let after = at(index + 1)
    let before2 = at(index - 2)
    let after2 = at(index + 2)
    addOwn(own, &sink)
    addNear(before, after, &sink)
    addFar(before2, after2, at(index - 3), at(index + 3), &sink)
    addPairs(own, before, after, before2, after2, index, &sink)
    addGroups(own, before, after, before2, after2, index, &sink)
    addLine(own, index, &sink)
    addDocument(own, index, &sink)
  }

  /// What stands beyond the ends of the text.
  static let edge = {
    var edge = TokenTraits()
    edge.word = 0x1ff
    edge.shape = 0x1ff
    return edge
  }()

  @inline(__always)
  func at(_ index: Int) -> TokenTraits {
    reading.traits.indices.contains(index) ? reading.traits[index] : TaggerFeatures.edge
  }

  @inline(__always)
  func addOwn<Sink: FeatureSink>(_ own: TokenTraits, _ sink: inout Sink) {
    sink.add(.always, 0, 0)
    sink.add(.word, own.word, 0)
    if own.affixes.count >= 3 {
      sink.add(.prefixOf3, own.affixes.prefixOf3, 0)
      sink.add(.suffixOf2, own.affixes.suffixOf2, 0)
      sink.add(.suffixOf3, own.affixes.suffixOf3, 0)
      if own.affixes.count >= 5 {
        sink.add(.prefixOf4, own.affixes.prefixOf4, 0)
        sink.add(.suffixOf4, own.affixes.suffixOf4, 0)
      }
    }
    sink.add(.shape, own.shape, 0)
    sink.add(.shapeAndLength, own.shape, UInt32(own.affixes.count))
    sink.add(.lexicon, own.lexicon, 0)
    sink.add(.shapeAndLexicon, own.shape, own.coarse)
    sink.add(.givenAndSurname, own.lexicon & 0xff, own.layout & 3 | own.shape << 2)
    eachClass(own) {
      sink.add(.wordClass, $0, 0)
      sink.add(.wordClassAndShape, $0, own.shape)
    }
    if own.found != 0 {
      sink.add(.found, own.found, 0)
      sink.add(.foundRule, own.rule, own.found & 64)
    }
    if own.group != 0 {
      sink.add(.group, own.group, 0)
      sink.add(.groupAndShape, own.group, own.shape)
      sink.add(.familyAndLexicon, own.family, own.coarse)
    }
    sink.add(.elsewhere, own.elsewhere, own.shape)
    sink.add(.elsewhereAndLexicon, own.elsewhere, own.coarse)
    sink.add(.layout, own.layout, 0)
    sink.add(.layoutAndShape, own.layout, own.shape)
    sink.add(.letterCase, reading.letterCase, own.coarse | own.shape << 8)
  }

  @inline(__always)
  func addNear<Sink: FeatureSink>(
    _ before: TokenTraits, _ after: TokenTraits, _ sink: inout Sink
  ) {
    sink.add(.wordBefore, before.word, 0)
    sink.add(.suffixBefore, before.affixes.suffixOf3, 0)
    sink.add(.shapeBefore, before.shape, before.layout & 1)
    sink.add(.lexiconBefore, before.coarse, before.shape)
    eachClass(before) { sink.add(.classBefore, $0, 0) }
    if before.found != 0 { sink.add(.foundBefore, before.found, 0) }
    if before.group != 0 {
      sink.add(.groupBefore, before.group, 0)
      sink.add(.familyBefore, before.family, 0)
    }
    sink.add(.wordAfter, after.word, 0)
    sink.add(.suffixAfter, after.affixes.suffixOf3, 0)
    sink.add(.shapeAfter, after.shape, after.layout & 1)
    sink.add(.lexiconAfter, after.coarse, after.shape)
    eachClass(after) { sink.add(.classAfter, $0, 0) }
    if after.found != 0 { sink.add(.foundAfter, after.found, 0) }
    if after.group != 0 {
      sink.add(.groupAfter, after.group, 0)
      sink.add(.familyAfter, after.family, 0)
    }
  }

  @inline(__always)
  func addFar<Sink: FeatureSink>(
    _ before2: TokenTraits, _ after2: TokenTraits, _ before3: TokenTraits, _ after3: TokenTraits,
    _ sink: inout Sink
  ) {
    sink.add(.wordBefore2, before2.word, 0)
    sink.add(.shapeBefore2, before2.shape, 0)
    sink.add(.lexiconBefore2, before2.coarse, 0)
    eachClass(before2) { sink.add(.classBefore2, $0, 0) }
    if before2.found != 0 { sink.add(.foundBefore2, before2.found, 0) }
    sink.add(.wordAfter2, after2.word, 0)
    sink.add(.shapeAfter2, after2.shape, 0)
    sink.add(.lexiconAfter2, after2.coarse, 0)
    eachClass(after2) { sink.add(.classAfter2, $0, 0) }
    if after2.found != 0 { sink.add(.foundAfter2, after2.found, 0) }
    if before2.group != 0 { sink.add(.groupBefore2, before2.group, 0) }
    if after2.group != 0 { sink.add(.groupAfter2, after2.group, 0) }
    if before3.group != 0 { sink.add(.groupBefore3, before3.group, 0) }
    if after3.group != 0 { sink.add(.groupAfter3, after3.group, 0) }
    sink.add(.wordBefore3, before3.word, 0)
    sink.add(.lexiconBefore3, before3.coarse, before3.shape)
    sink.add(.wordAfter3, after3.word, 0)
    sink.add(.lexiconAfter3, after3.coarse, after3.shape)
  }

  @inline(__always)
  private func addPairs<Sink: FeatureSink>(
    _ own: TokenTraits, _ before: TokenTraits, _ after: TokenTraits, _ before2: TokenTraits,
    _ after2: TokenTraits, _ index: Int, _ sink: inout Sink
  ) {
    sink.add(.wordBeforeAndShape, before.word, own.shape)
    sink.add(.wordAfterAndShape, after.word, own.shape)
    sink.add(.wordBeforeAndLexicon, before.word, own.coarse)
    sink.add(.shapesAround, before.shape | after.shape << 10, own.shape)
    sink.add(.lexiconsBefore, before.coarse, own.coarse | own.shape << 8)
    sink.add(.lexiconsAfter, after.coarse, own.coarse | own.shape << 8)
    sink.add(.wordsBefore, before.word, before2.word)
    sink.add(.wordsAfter, after.word, after2.word)
    sink.add(.wordsAround, before.word, after.word)
    eachClass(before) { sink.add(.classBeforeAndLexicon, $0, own.coarse | own.shape << 8) }
    eachClass(after) { sink.add(.classAfterAndLexicon, $0, own.coarse | own.shape << 8) }
    sink.add(.contentBefore, reading.smallBefore[index], own.shape)
    sink.add(.contentAfter, reading.smallAfter[index], own.shape)
  }

  @inline(__always)
  private func addGroups<Sink: FeatureSink>(
    _ own: TokenTraits, _ before: TokenTraits, _ after: TokenTraits, _ before2: TokenTraits,
    _ after2: TokenTraits, _ index: Int, _ sink: inout Sink
  ) {
    if before.group != 0 { sink.add(.groupBeforeAndShape, before.group, own.shape) }
    if after.group != 0 { sink.add(.groupAfterAndShape, after.group, own.shape) }
    sink.add(.familiesAround, before.family | after.family << 8, own.shape)
    sink.add(.familiesBefore, before.family | before2.family << 8, own.shape)
    sink.add(.familiesAfter, after.family | after2.family << 8, own.shape)
    let small = reading.smallGroupBefore[index]
    if small != 0 { sink.add(.contentGroupBefore, small, own.shape) }
    let next = reading.smallGroupAfter[index]
    if next != 0 { sink.add(.contentGroupAfter, next, own.shape) }
    sink.add(.surroundings, UInt32(reading.near.kinds[index]), own.shape)
  }

  @inline(__always)
  private func addLine<Sink: FeatureSink>(_ own: TokenTraits, _ index: Int, _ sink: inout Sink) {
    let line = reading.lines[Int(reading.lineOf[index])]
    if reading.labels[index] != 0 {
      sink.add(.lineLabel, reading.labels[index], own.shape)
      sink.add(.lineLabelAndLexicon, reading.labels[index], own.coarse)
    }
    sink.add(.lineStartWord, line.start, own.shape)
    sink.add(.lineForm, line.form, own.shape)
    sink.add(.linePosition, line.form, own.layout & 1 | own.coarse << 1)
    sink.add(.lineBefore, line.before, line.form)
    sink.add(.lineBeforeAndShape, line.before, own.shape | (own.layout & 1) << 12)
  }

  @inline(__always)
  private func addDocument<Sink: FeatureSink>(
    _ own: TokenTraits, _ index: Int, _ sink: inout Sink
  ) {
    sink.add(.tone, reading.tone, 0)
    sink.add(.toneAndShape, reading.tone, own.shape)
    sink.add(.toneAndLexicon, reading.tone, own.coarse)
    sink.add(.registerAndShape, reading.register, own.shape)
    sink.add(.registerAndLexicon, reading.register, own.coarse)
    let left = reading.foundLeft[index]
    if left != 0 { sink.add(.foundLeft, UInt32(left), own.shape) }
    let right = reading.foundRight[index]
    if right != 0 { sink.add(.foundRight, UInt32(right), own.shape) }
  }

  @inline(__always)
  private func eachClass(_ traits: TokenTraits, _ body: (UInt32) -> Void) {
    var bits = traits.classes
    while bits != 0 {
      body(UInt32(bits.trailingZeroBitCount))
      bits &= bits &- 1
    }
  }
}
