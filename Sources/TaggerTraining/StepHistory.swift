/// The last steps and how the gradient changed with each, and every scalar product among them and the gradient.
struct StepHistory {
  /// How many steps are remembered.
  static let capacity = 7
  /// The gradient's place in the table; steps come first, then changes.
  private static let gradientPlace = 2 * capacity

  private let steps: [ParameterVector]
  private let changes: [ParameterVector]
  /// The places of remembered steps, the oldest first.
  private var order: [Int] = []
  private var products = [[Double]](
    repeating: [Double](repeating: 0, count: 2 * capacity + 1), count: 2 * capacity + 1)

  init(rowCount: Int) {
    steps = (0..<StepHistory.capacity).map { _ in ParameterVector(rowCount: rowCount) }
    changes = (0..<StepHistory.capacity).map { _ in ParameterVector(rowCount: rowCount) }
  }

  var isEmpty: Bool { order.isEmpty }

  var gradientLength: Double {
    products[StepHistory.gradientPlace][StepHistory.gradientPlace].squareRoot()
  }

  /// Takes in the gradient at the start.
  mutating func begin(_ gradient: ParameterVector) {
    let partial = Parts.ofRows(gradient.count) { rows in
      StepHistory.product(gradient, gradient, rows)
    }
    products[StepHistory.gradientPlace][StepHistory.gradientPlace] = partial.reduce(0, +)
  }

  /// Remembers a step, and forgets the oldest if there are too many. One along which the gradient did not rise tells
  /// nothing of the curvature and is not kept.
  mutating func remember(
    from point: ParameterVector, _ gradient: ParameterVector,
    to nextPoint: ParameterVector, _ nextGradient: ParameterVector
  ) {
    let slot = order.count < StepHistory.capacity ? order.count : order.removeFirst()
    let step = steps[slot]
    let change = changes[slot]
    let places = (order + [slot]).flatMap { [$0, $0 + StepHistory.capacity] }
    let others = places.map { vector($0, nextGradient) } + [nextGradient]
    let partial = Parts.ofRows(point.count) { rows in
      var sums = [Double](repeating: 0, count: others.count * 3)
      for start in stride(from: rows.lowerBound, to: rows.upperBound, by: 128) {
        let block = start..<min(start + 128, rows.upperBound)
        for row in block {
          unsafe step.rows[row] = nextPoint.rows[row] - point.rows[row]
          unsafe change.rows[row] = nextGradient.rows[row] - gradient.rows[row]
        }
        for (index, other) in others.enumerated() {
          sums[index * 3] += StepHistory.product(step, other, block)
          sums[index * 3 + 1] += StepHistory.product(change, other, block)
          sums[index * 3 + 2] += StepHistory.product(nextGradient, other, block)
        }
      }
      return sums
    }
    let news = [slot, slot + StepHistory.capacity, StepHistory.gradientPlace]
    for (index, place) in (places + [StepHistory.gradientPlace]).enumerated() {
      for (offset, new) in news.enumerated() {
        let sum = partial.reduce(0) { $0 + $1[index * 3 + offset] }
        products[new][place] = sum
        products[place][new] = sum
      }
    }
    let rise = products[slot][slot + StepHistory.capacity]
    if rise > 0 { order.append(slot) } else { order = [] }
  }

  /// Writes the direction to go and returns the slope along it, which is below zero if all is well.
  func direct(_ direction: ParameterVector, _ gradient: ParameterVector) -> Double {
    let shares = shares()
    let parts = shares.indices.filter { shares[$0] != 0 }
    let vectors = parts.map { vector($0, gradient) }
    let factors = parts.map { Float(shares[$0]) }
    _ = Parts.ofRows(direction.count) { rows in
      for row in rows {
        var sum = LabelRow.zero
        for (vector, factor) in zip(vectors, factors) { unsafe sum += vector.rows[row] * factor }
        unsafe direction.rows[row] = sum
      }
    }
    return product(of: shares, with: StepHistory.gradientPlace)
  }

  /// The direction as a sum of remembered vectors: the two loops of L-BFGS on the table of products.
  private func shares() -> [Double] {
    var shares = [Double](repeating: 0, count: 2 * StepHistory.capacity + 1)
    shares[StepHistory.gradientPlace] = -1
    var retained = [Double](repeating: 0, count: StepHistory.capacity)
    for slot in order.reversed() {
      let change = slot + StepHistory.capacity
      retained[slot] = product(of: shares, with: slot) / products[slot][change]
      shares[change] -= retained[slot]
    }
    if let last = order.last {
      let change = last + StepHistory.capacity
      let scale = products[last][change] / products[change][change]
      for place in shares.indices { shares[place] *= scale }
    }
    for slot in order {
      let change = slot + StepHistory.capacity
      shares[slot] += retained[slot] - product(of: shares, with: change) / products[slot][change]
    }
    return shares
  }

  private func product(of shares: [Double], with place: Int) -> Double {
    zip(shares, products[place]).reduce(0) { $0 + $1.0 * $1.1 }
  }

  private func vector(_ place: Int, _ gradient: ParameterVector) -> ParameterVector {
    if place == StepHistory.gradientPlace { return gradient }
    let capacity = StepHistory.capacity
    return place < capacity ? steps[place] : changes[place - capacity]
  }

  /// The scalar product over some rows: short runs in single precision, their sum in double.
  private static func product(
    _ first: ParameterVector, _ second: ParameterVector, _ rows: Range<Int>
  ) -> Double {
    var sum = 0.0
    for start in stride(from: rows.lowerBound, to: rows.upperBound, by: 128) {
      var lanes = LabelRow.zero
      for row in start..<min(start + 128, rows.upperBound) {
        unsafe lanes += first.rows[row] * second.rows[row]
      }
      sum += Double(lanes.total)
    }
    return sum
  }
}
