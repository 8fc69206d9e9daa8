import Tagger

/// Sums the weights of the features of a stretch's tokens: what one token answers by itself from memory, the rest anew.
struct StretchScorer: Sendable {
  private var memo = ScoreMemo()
  /// The sums for the tokens of the stretch scored last.
  private(set) var scores: [TagScores] = []
  /// The memo's entries of those tokens and of three on each side.
  private var numbers: [Int] = []

  /// Makes ready for a document.
  mutating func begin(_ model: TaggerModel) { memo.begin(model) }

  mutating func score(
    _ stretch: Range<Int>, _ features: TaggerFeatures, _ model: TaggerModel,
    _ chain: inout TaggerScratch
  ) {
    let reach = 3
    numbers.removeAll(keepingCapacity: true)
    for index in stretch.lowerBound - reach..<stretch.upperBound + reach {
      numbers.append(memo.number(of: features.at(index), model, &chain))
    }
    scores.removeAll(keepingCapacity: true)
    for index in stretch {
      let own = index - stretch.lowerBound + reach
      var sink = ContextSink()
      features.add(of: index, to: &sink)
      var count = sink.count
      var sums = TagScores()
      memo.add(numbers[own], .own, &sums, &count)
      memo.add(numbers[own - 1], .before, &sums, &count)
      memo.add(numbers[own + 1], .after, &sums, &count)
      memo.add(numbers[own - 2], .before2, &sums, &count)
      memo.add(numbers[own + 2], .after2, &sums, &count)
      memo.add(numbers[own - 3], .before3, &sums, &count)
      memo.add(numbers[own + 3], .after3, &sums, &count)
      if count > TagSequence.mostFeatures {
        sums = StretchScorer.whole(index, features, model, &chain)
      } else {
        sums.add(model.scores(of: sink.keys.span.extracting(first: sink.count), &chain))
      }
      scores.append(sums)
    }
  }

  /// The sums for a token of so many features that some are left out, the last ones: they must be counted in order.
  private static func whole(
    _ index: Int, _ features: TaggerFeatures, _ model: TaggerModel, _ chain: inout TaggerScratch
  ) -> TagScores {
    var sink = RecordSink()
    features.add(of: index, to: &sink)
    let keys = sink.records.map(\.key)
    return model.scores(of: keys.span, &chain)
  }
}

/// Collects the keys of the features that take more than one token by itself.
private struct ContextSink: FeatureSink {
  var keys = InlineArray<256, UInt32>(repeating: 0)
  var count = 0

  @inline(__always)
  mutating func add(_ template: FeatureTemplate, _ first: UInt32, _ second: UInt32) {
    guard template.asks == .context, count < 256 else { return }
    keys[count] = max(FeatureKey.of(template, first, second), 1)
    count &+= 1
  }
}
