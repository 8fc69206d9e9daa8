/// The chain's weights as factors, all at most 1. What is taken off their logarithms is the same for every labelling, so
/// it has no part in a probability.
struct ChainPotentials {
  /// Per label before, the factor of each label after it.
  let forward: [LabelRow]
  /// Per label after, the factor of each label before it.
  let backward: [LabelRow]
  let start: LabelRow
  let end: LabelRow

  init(_ point: ParameterVector) {
    let first = point.firstTransition
    let transitions = unsafe Array(point.rows[first..<first + 16])
    let highest = transitions.map(\.highest).max() ?? 0
    let forward = transitions.map { ChainPotentials.factors($0, highest) }
    self.forward = forward
    backward = (0..<16).map { after in LabelRow((0..<16).map { forward[$0][after] }) }
    let start = unsafe point.rows[point.start]
    let end = unsafe point.rows[point.end]
    self.start = ChainPotentials.factors(start, start.highest)
    self.end = ChainPotentials.factors(end, end.highest)
  }

  /// No less than e^-20, so that with the least emission, e^-50, there still is a product in single precision, and its
  /// reciprocal.
  private static func factors(_ row: LabelRow, _ highest: Float) -> LabelRow {
    let factors = (row - highest).exponential
    let least = LabelRow(repeating: 2.06e-9)
    return factors.replacing(with: least, where: factors .< least)
  }
}
