/// The working memory of `TaggerModel.marginals`, and its answer. One for each thread; it grows to the longest sequence
/// it has met.
package struct TaggerScratch: Sendable {
  /// Per token of the last range: 2 to the power of each label's score, the best being 1.
  var emissions: [SIMD16<Float>] = []
  /// Per token: the probability of each label given the tokens up to it; then, given all.
  var beliefs: [SIMD16<Float>] = []
  /// Where a token's known features have their weights.
  var places = [Int32](repeating: 0, count: TagSequence.mostFeatures)
  /// How many tokens the last range had.
  private(set) package var count = 0

  package init() {}

  mutating func prepare(_ count: Int) {
    self.count = count
    let missing = count - emissions.count
    guard missing > 0 else { return }
    emissions.append(contentsOf: repeatElement(.zero, count: missing))
    beliefs.append(contentsOf: repeatElement(.zero, count: missing))
  }

  /// The probability of each label, in the order of `TagLabel`, for a token of the last range.
  ///
  /// - Parameter token: counted from the range's beginning.
  @inline(__always) package func probabilities(at token: Int) -> SIMD16<Float> {
    assert(token < count)
    return beliefs[token]
  }

  /// The probability that a token may stay: that it is outside, a profession, or a state or country.
  @inline(__always) package func nothing(at token: Int) -> Float {
    let belief = probabilities(at: token)
    return belief[TagLabel.outside.lane] + belief[TagLabel.profession.lane]
      + belief[TagLabel.region.lane]
  }
}
