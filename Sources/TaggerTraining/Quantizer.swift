internal import Tagger

/// Turns trained weights into the whole numbers of a model's file.
struct Quantizer {
  /// The natural logarithms in a bit.
  private static let naturalPerBit: Float = 0.693_147_2
  /// Weights coarser than sixteen steps to a bit would be felt more than the cut of the few beyond 8 bits.
  private static let leastSteps = 4
  private static let mostSteps = 6

  /// Rows with no weight of this size, in natural logarithms, are left out.
  var leastWeight: Float

  /// - Parameter keys: the features of the first rows.
  func weights(_ point: ParameterVector, keys: [UInt32], features: UInt64) -> ModelWeights {
    let steps = steps(point, featureRows: keys.count)
    let scale = Float(1 << steps) / Quantizer.naturalPerBit
    var weights = ModelWeights(steps: steps, features: features)
    for (row, key) in keys.enumerated() {
      let trained = unsafe point.rows[row]
      if max(trained.highest, (-trained).highest) < leastWeight { continue }
      let scaled = Quantizer.centered(trained * scale).rounded(.toNearestOrEven)
      if scaled == .zero { continue }
      weights.keys.append(key)
      weights.rows.append(
        SIMD16<Int8>(
          scaled.clamped(lowerBound: .init(repeating: -127), upperBound: .init(repeating: 127))))
    }
    func chain(_ row: Int) -> SIMD16<Int16> {
      let scaled = unsafe (point.rows[row] * scale).rounded(.toNearestOrEven)
      return SIMD16<Int16>(
        scaled.clamped(
          lowerBound: .init(repeating: -16_000), upperBound: .init(repeating: 16_000)))
    }
    weights.transitions = (0..<16).map { chain(point.firstTransition + $0) }
    weights.start = chain(point.start)
    weights.end = chain(point.end)
    return weights
  }

  /// The finest steps at which no weight is cut.
  private func steps(_ point: ParameterVector, featureRows: Int) -> Int {
    var widest: Float = 0
    for row in 0..<featureRows {
      let weights = unsafe point.rows[row]
      widest = max(widest, (weights.highest + (-weights).highest) / 2)
    }
    let bits = widest / Quantizer.naturalPerBit
    var steps = Quantizer.mostSteps
    while steps > Quantizer.leastSteps, bits * Float(1 << steps) > 127 { steps -= 1 }
    return steps
  }

  /// A row whose largest weight would be cut, moved so that its ends are as far from zero: adding the same to all labels
  /// changes no probability.
  private static func centered(_ row: LabelRow) -> LabelRow {
    guard max(row.highest, (-row).highest) > 127 else { return row }
    return row - (row.highest - (-row).highest) / 2
  }
}
