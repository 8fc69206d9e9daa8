/// What a model's probability of "nothing" is worth: how often tokens with that probability really were nothing.
///
/// A monotone line through points at fixed odds, 2 to the powers of -16 to 16, so that both ends are resolved.
package struct Calibration: Hashable, Sendable {
  /// How many points there are.
  package static let pointCount = 33
  /// The model's probability at each point.
  package static let points: [Float] = (0..<pointCount).map { index in
    let odds = Double(sign: .plus, exponent: index - pointCount / 2, significand: 1)
    return Float(odds / (1 + odds))
  }

  /// The share at each point, in millionths, never falling.
  package let millionths: [UInt32]

  /// - Parameter millionths: `pointCount` numbers up to a million, never falling; nil otherwise.
  package init?(millionths: [UInt32]) {
    guard millionths.count == Calibration.pointCount,
      millionths.allSatisfy({ $0 <= 1_000_000 }),
      zip(millionths, millionths.dropFirst()).allSatisfy({ $0 <= $1 })
    else { return nil }
    self.millionths = millionths
  }

  private init(trusting points: [Float]) {
    millionths = points.map { UInt32((Double($0) * 1_000_000).rounded()) }
  }

  /// Takes the model at its word.
  package static let identity = Calibration(trusting: points)

  /// The calibrated probability of nothing, in thousandths.
  package func thousandths(_ nothing: Float) -> Int {
    let points = Calibration.points
    guard let above = points.firstIndex(where: { $0 > nothing }) else {
      return Int((Float(millionths[points.count - 1]) / 1000).rounded())
    }
    guard above > 0 else { return Int((Float(millionths[0]) / 1000).rounded()) }
    let share = (nothing - points[above - 1]) / (points[above] - points[above - 1])
    let low = Float(millionths[above - 1])
    let high = Float(millionths[above])
    return Int(((low + (high - low) * share) / 1000).rounded())
  }
}
