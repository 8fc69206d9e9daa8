import Tagger

/// A document made ready for the tagger: its stretches of tokens, and what the features of the tokens in them are made of.
///
/// Its storage is kept between documents.
struct TaggerInput: Sendable {
  /// Token indices of each stretch, in order and apart.
  private(set) var stretches: [Range<Int>] = []
  /// The features of the tokens of all stretches, one stretch after the other; empty until `readFeatures`.
  private(set) var features = TagSequence()
  var reading = TokenReading()

  /// Reads a tokenised view and what packs and recognizers found in it, as a whole document.
  mutating func read(
    _ tokens: [Token], _ bytes: [UInt8], _ candidates: [Candidate], _ groups: WordGroups = .none
  ) {
    reading.read(tokens, bytes, candidates, groups)
    makeReady()
  }

  /// The same of a window of a document: see `TokenReading`.
  mutating func read(
    _ tokens: [Token], _ bytes: [UInt8], _ candidates: [Candidate], _ groups: WordGroups,
    of habits: WritingHabits, _ all: FoundInDocument
  ) {
    reading.read(tokens, bytes, candidates, groups, of: habits, all)
    makeReady()
  }

  private mutating func makeReady() {
    stretches.removeAll(keepingCapacity: true)
    stretches.append(contentsOf: reading.stretches)
    features.removeAll()
  }

  /// Writes down the features of what was read: for training and explaining, where the keys themselves are wanted.
  mutating func readFeatures() {
    features.removeAll()
    let maker = TaggerFeatures(reading: reading)
    var sink = KeySink(sequence: features)
    features = TagSequence()
    for stretch in stretches {
      for index in stretch {
        maker.add(of: index, to: &sink)
        sink.sequence.endToken()
      }
    }
    features = sink.sequence
  }
}

/// Collects feature keys.
private struct KeySink: FeatureSink {
  var sequence: TagSequence

  @inline(__always)
  mutating func add(_ template: FeatureTemplate, _ first: UInt32, _ second: UInt32) {
    sequence.add(FeatureKey.of(template, first, second))
  }
}
