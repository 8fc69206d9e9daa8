/// A number for each label.
typealias LabelRow = SIMD16<Float>

extension SIMD16<Float> {
  /// The sum of all lanes, always in the same order.
  @inline(__always) var total: Float {
    let eight = lowHalf + highHalf
    let four = eight.lowHalf + eight.highHalf
    let two = four.lowHalf + four.highHalf
    return two.x + two.y
  }

  /// The largest lane.
  @inline(__always) var highest: Float {
    let eight = lowHalf.replacing(with: highHalf, where: highHalf .> lowHalf)
    let four = eight.lowHalf.replacing(with: eight.highHalf, where: eight.highHalf .> eight.lowHalf)
    let two = four.lowHalf.replacing(with: four.highHalf, where: four.highHalf .> four.lowHalf)
    return two.x > two.y ? two.x : two.y
  }

  /// The product of this row with a matrix of sixteen rows, always summed in the same order.
  @inline(__always) func times(_ matrix: UnsafePointer<LabelRow>) -> LabelRow {
    var even = unsafe matrix[0] * self[0]
    var odd = unsafe matrix[1] * self[1]
    for index in stride(from: 2, to: 16, by: 2) {
      unsafe even += matrix[index] * self[index]
      unsafe odd += matrix[index + 1] * self[index + 1]
    }
    return even + odd
  }

  /// e to the power of each lane, for lanes of zero or less; what is below -50 counts as -50. Without the C library,
  /// whose last bits differ from machine to machine.
  @inline(__always) var exponential: LabelRow {
    let lowest = LabelRow(repeating: -72.134_752)
    var bits = self * 1.442_695_04
    bits.replace(with: lowest, where: bits .< lowest)
    // Adding 1.5 * 2^23 leaves the nearest whole number in the low bits of the sum.
    let shifted = bits + 12_582_912
    let rest = bits - (shifted - 12_582_912)
    // 2^rest for a rest of -0.5 to 0.5: the series of e^x with x = rest * ln 2, to the last bit but one.
    var power = rest * 0.000_154_035_3 + 0.001_333_355_8
    power = power * rest + 0.009_618_129
    power = power * rest + 0.055_504_11
    power = power * rest + 0.240_226_51
    power = power * rest + 0.693_147_2
    power = power * rest + 1
    let whole = unsafe unsafeBitCast(shifted, to: SIMD16<Int32>.self) &- 0x4b40_0000
    return unsafe power * unsafeBitCast((whole &+ 127) &<< 23, to: LabelRow.self)
  }
}

/// A product of many small positive numbers, kept as its logarithm without losing digits.
struct LogProduct {
  private var significand = 1.0
  private var exponent = 0

  /// - Parameter factor: above zero.
  @inline(__always) mutating func multiply(_ factor: Float) {
    significand *= Double(factor)
    if significand < 0x1p-800 || significand > 0x1p+800 { settle() }
  }

  private mutating func settle() {
    exponent += Int(significand.exponent)
    significand = significand.significand
  }

  /// The natural logarithm: that of the significand by its series in (s - 1) / (s + 1), at most 1/3.
  var logarithm: Double {
    var settled = self
    settled.settle()
    let ratio = (settled.significand - 1) / (settled.significand + 1)
    var power = ratio
    var sum = 0.0
    for odd in stride(from: 1.0, through: 33, by: 2) {
      sum += power / odd
      power *= ratio * ratio
    }
    return 2 * sum + Double(settled.exponent) * 0.693_147_180_559_945_3
  }
}
