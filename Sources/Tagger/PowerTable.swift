/// Two to negative powers, without the C library, whose last bits differ from machine to machine: only square roots and
/// products, which IEEE 754 rounds the same everywhere.
struct PowerTable: Sendable {
  /// Less than 2 to the power of minus this is taken for it: small enough to be nothing, and large enough that no
  /// product of a chain ever vanishes.
  static let mostBits = 40

  /// 2^(-index / 2^steps), down to 2^-`mostBits`.
  let values: [Float]
  private let last: Int

  /// - Parameter steps: the steps to one bit, as a power of two.
  init(steps: Int) {
    var root = 0.5
    for _ in 0..<steps { root = root.squareRoot() }
    let perBit = 1 << steps
    var fraction: [Double] = [1]
    for _ in 1..<max(perBit, 2) { fraction.append(fraction[fraction.count - 1] * root) }
    last = PowerTable.mostBits * perBit
    values = (0...last).map { index in
      Float(
        Double(
          sign: .plus, exponent: -(index / perBit), significand: fraction[index % perBit]))
    }
  }

  /// 2^(-`drop` / 2^steps) for a drop of zero or more.
  @inline(__always) subscript(drop: Int) -> Float { values[min(drop, last)] }
}
