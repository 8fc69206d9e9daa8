/// The chain's weights as factors, the largest transition being 1.
struct ChainFactors: Sendable {
  /// Per label before, the factor of each label after it.
  let forward: [SIMD16<Float>]
  /// Per label after, the factor of each label before it.
  let backward: [SIMD16<Float>]
  let start: SIMD16<Float>
  let end: SIMD16<Float>

  init(_ weights: ChainWeights, _ powers: PowerTable) {
    func factors(_ row: SIMD16<Int16>, below highest: Int16) -> SIMD16<Float> {
      SIMD16((0..<16).map { powers[Int(highest) - Int(row[$0])] })
    }
    let highest = weights.transitions.map { $0.max() }.max() ?? 0
    let forward = weights.transitions.map { factors($0, below: highest) }
    self.forward = forward
    backward = (0..<16).map { after in SIMD16((0..<16).map { forward[$0][after] }) }
    start = factors(weights.start, below: weights.start.max())
    end = factors(weights.end, below: weights.end.max())
  }
}
