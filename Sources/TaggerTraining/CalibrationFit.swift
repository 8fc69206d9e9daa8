internal import Tagger

/// Counts how often tokens of about the same probability really were nothing, and draws a line through it that never
/// falls.
struct CalibrationFit {
  /// How many tokens the model's own word is worth at each point: it decides where few were seen.
  private static let prior = 2.0
  private var seen = [Double](repeating: prior, count: Calibration.pointCount)
  private var nothing = Calibration.points.map { Double($0) * prior }
  /// The odds half-way between neighbouring points.
  private let borders = (1..<Calibration.pointCount).map { index in
    Double(
      sign: .plus, exponent: index - Calibration.pointCount / 2 - 1, significand: 2.squareRoot())
  }

  /// Counts a token whose probability of nothing was `probability`.
  mutating func add(_ probability: Float, wasNothing: Bool, weight: Double = 1) {
    let odds = Double(probability) / max(1 - Double(probability), 1e-9)
    let point = borders.firstIndex { odds < $0 } ?? borders.count
    seen[point] += weight
    if wasNothing { nothing[point] += weight }
  }

  /// The shares at the points; neighbours that fall are pooled (pool adjacent violators, Ayer et al. 1955).
  var calibration: Calibration {
    var pools: [(nothing: Double, seen: Double, points: Int)] = []
    for (count, total) in zip(nothing, seen) {
      pools.append((count, total, 1))
      while pools.count > 1, share(pools[pools.count - 2]) > share(pools[pools.count - 1]) {
        let last = pools.removeLast()
        pools[pools.count - 1].nothing += last.nothing
        pools[pools.count - 1].seen += last.seen
        pools[pools.count - 1].points += last.points
      }
    }
    let millionths = pools.flatMap { pool in
      repeatElement(UInt32((share(pool) * 1_000_000).rounded()), count: pool.points)
    }
    return Calibration(millionths: millionths) ?? .identity
  }

  private func share(_ pool: (nothing: Double, seen: Double, points: Int)) -> Double {
    min(pool.nothing / pool.seen, 1)
  }
}
