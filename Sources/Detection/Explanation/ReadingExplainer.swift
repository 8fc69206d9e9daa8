import Lexicons
import Tagger

/// Asks the tagger again about single tokens, with the features and the arithmetic it read the document with, and keeps
/// what it was told.
struct ReadingExplainer {
  /// How many features are told for a kind, and as many against it.
  private static let mostReasons = 6

  private let model: TaggerModel?
  private let tagging: TaggingScratch
  private let threshold: TagThreshold
  private let wording: FeatureWording
  /// For each stretch the place of its first token in the features.
  private var offsets: [Int] = []
  /// The stretch asked about last, and its marginals.
  private var last: (number: Int, chain: TaggerScratch)?

  /// - Parameters:
  ///   - model: nil when the tagger did not read.
  ///   - tagging: as the tagger left it.
  ///   - threshold: what it went by.
  ///   - proposed: what rules had found when it read.
  init(
    model: TaggerModel?, tokens: [Token], bytes: [UInt8], tagging: TaggingScratch,
    threshold: TagThreshold, proposed: [Candidate]
  ) {
    self.model = model
    var tagging = tagging
    tagging.input.readFeatures()
    self.tagging = tagging
    self.threshold = threshold
    let rules = proposed.map { (FeatureKey.fold(WordHash.of($0.rule.utf8)), $0.rule) }
    wording = FeatureWording(
      tokens: tokens, bytes: bytes, reading: tagging.input.reading,
      rules: Dictionary(rules) { first, _ in first })
    var offset = 0
    for stretch in tagging.input.stretches {
      offsets.append(offset)
      offset += stretch.count
    }
  }

  mutating func reading(of index: Int) -> TaggerReading {
    guard let model else { return TaggerReading(unread: .absent) }
    guard let number = stretch(with: index) else { return TaggerReading(unread: .unread) }
    let stretch = tagging.input.stretches[number]
    let belief = chain(of: number, model).probabilities(at: index - stretch.lowerBound)
    let kind = TagKind.best(belief).kind
    let reasons = reasons(
      model.contributions(
        of: tagging.input.features, at: offsets[number] + index - stretch.lowerBound,
        for: kind.label(belief)), index)
    return TaggerReading(
      gate: tagging.input.reading.isCandidate[index] ? .candidate : .beside,
      nothing: 1000 - Int(tagging.probability[index]),
      mostNothing: 1000 - threshold.least(for: kind, wording.tokens[index]),
      kinds: ReadingExplainer.kinds(belief),
      kind: "\(kind)",
      reasonsFor: Array(reasons.filter { $0.bits > 0 }.prefix(ReadingExplainer.mostReasons)),
      reasonsAgainst: reasons.filter { $0.bits < 0 }.suffix(ReadingExplainer.mostReasons)
        .reversed())
  }

  private mutating func chain(of number: Int, _ model: TaggerModel) -> TaggerScratch {
    if let last, last.number == number { return last.chain }
    var chain = TaggerScratch()
    let first = offsets[number]
    model.marginals(
      of: tagging.input.features, first..<first + tagging.input.stretches[number].count,
      into: &chain)
    last = (number, chain)
    return chain
  }

  private func stretch(with index: Int) -> Int? {
    let stretches = tagging.input.stretches
    var low = 0
    var high = stretches.count
    while low < high {
      let middle = (low + high) / 2
      if stretches[middle].upperBound <= index { low = middle + 1 } else { high = middle }
    }
    return low < stretches.count && stretches[low].contains(index) ? low : nil
  }

  private static func kinds(_ belief: SIMD16<Float>) -> [TaggerReading.KindProbability] {
    let all =
      TagKind.allCases.map { ("\($0)", $0.mass(belief)) }
      + [
        ("nothing", belief[TagLabel.outside.lane]),
        ("profession", belief[TagLabel.profession.lane]),
        ("state or country", belief[TagLabel.region.lane]),
      ]
    return all.map { .init(kind: $0.0, probability: Int(($0.1 * 1000).rounded())) }
      .sorted { ($1.probability, $0.kind) < ($0.probability, $1.kind) }
  }

  /// Contributions with the questions they come from, in their order.
  private func reasons(_ contributions: [TagContribution], _ index: Int) -> [FeatureReason] {
    var sink = RecordSink()
    TaggerFeatures(reading: tagging.input.reading).add(of: index, to: &sink)
    let records = Dictionary(sink.records.map { ($0.key, $0) }) { first, _ in first }
    return contributions.compactMap { contribution in
      guard let record = records[contribution.key] else { return nil }
      return FeatureReason(
        template: "\(record.template)", question: wording.question(record.template),
        answer: wording.answer(record, index), bits: contribution.bits)
    }
  }
}

extension TaggerReading {
  /// Of a token the tagger did not read.
  init(unread gate: Gate) {
    self.init(
      gate: gate, nothing: 1000, mostNothing: 0, kinds: [], kind: "", reasonsFor: [],
      reasonsAgainst: [])
  }
}
