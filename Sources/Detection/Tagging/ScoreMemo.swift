import Tagger

/// What a model says to the questions that one token by itself answers, for the tokens met last: most of a token's features
/// are such, and texts say the same words again and again.
///
/// It belongs to one worker. What it holds follows from model and traits alone, never from what was read before.
struct ScoreMemo: Sendable {
  /// Tokens remembered, some 250 bytes each; when there are more, all is forgotten at the next document.
  private static let mostEntries = 1 << 14

  /// The sums of the weights, by `FeatureTemplate.Asked`, and how many features there were.
  private struct Entry {
    var key: TraitsKey
    var sums: InlineArray<7, TagScores>
    var counts: InlineArray<7, UInt8>
  }

  private var entries: [Entry] = []
  /// Twice as many as entries at least; -1 for an empty one.
  private var slots: [Int32] = []
  private var model: TaggerModel?

  /// Makes ready for a document.
  mutating func begin(_ model: TaggerModel) {
    guard self.model !== model || entries.count > ScoreMemo.mostEntries || slots.isEmpty else {
      return
    }
    self.model = model
    entries.removeAll(keepingCapacity: true)
    slots = [Int32](repeating: -1, count: 1 << 12)
  }

  /// The number of the entry of a token with these traits.
  mutating func number(
    of traits: TokenTraits, _ model: TaggerModel, _ chain: inout TaggerScratch
  ) -> Int {
    let key = TraitsKey(traits)
    var place = key.hash & (slots.count - 1)
    while slots[place] >= 0 {
      if entries[Int(slots[place])].key == key { return Int(slots[place]) }
      place = (place + 1) & (slots.count - 1)
    }
    slots[place] = Int32(truncatingIfNeeded: entries.count)
    entries.append(ScoreMemo.entry(key, traits, model, &chain))
    if entries.count * 2 > slots.count { grow() }
    return entries.count - 1
  }

  /// Adds what a token says to `scores`, and the number of features to `count`.
  @inline(__always)
  func add(
    _ number: Int, _ asked: FeatureTemplate.Asked, _ scores: inout TagScores, _ count: inout Int
  ) {
    scores.add(entries[number].sums[asked.rawValue])
    count &+= Int(entries[number].counts[asked.rawValue])
  }

  private static func entry(
    _ key: TraitsKey, _ traits: TokenTraits, _ model: TaggerModel, _ chain: inout TaggerScratch
  ) -> Entry {
    var entry = Entry(
      key: key, sums: InlineArray(repeating: TagScores()), counts: InlineArray(repeating: 0))
    var sink = TokenSink()
    let features = TaggerFeatures(reading: TokenReading())
    features.addOwn(traits, &sink)
    features.addNear(traits, traits, &sink)
    features.addFar(traits, traits, traits, traits, &sink)
    for asked in 0..<FeatureTemplate.Asked.ofOneToken {
      let keys = sink.keys[asked]
      entry.sums[asked] = model.scores(of: keys.span, &chain)
      // Above the most features of a token the exact number does not matter.
      entry.counts[asked] = UInt8(clamping: keys.count)
    }
    return entry
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 4)
    for (number, entry) in entries.enumerated() {
      var place = entry.key.hash & (slots.count - 1)
      while slots[place] >= 0 { place = (place + 1) & (slots.count - 1) }
      slots[place] = Int32(truncatingIfNeeded: number)
    }
  }
}

/// Collects the keys of the features that one token answers by itself.
private struct TokenSink: FeatureSink {
  var keys = [[UInt32]](repeating: [], count: FeatureTemplate.Asked.ofOneToken)

  mutating func add(_ template: FeatureTemplate, _ first: UInt32, _ second: UInt32) {
    let asked = template.asks
    if asked == .context { return }
    keys[asked.rawValue].append(max(FeatureKey.of(template, first, second), 1))
  }
}
