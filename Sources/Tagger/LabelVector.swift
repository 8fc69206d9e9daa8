extension SIMD16<Float> {
  /// The sum of all lanes, always in the same order.
  @inline(__always) var total: Float {
    let eight = lowHalf + highHalf
    let four = eight.lowHalf + eight.highHalf
    let two = four.lowHalf + four.highHalf
    return two.x + two.y
  }

  /// Scaled so that the lanes sum to one; some lane must be above zero.
  @inline(__always) var normalized: SIMD16<Float> { self * (1 / total) }

  /// The product of this row with a matrix of sixteen rows, always summed in the same order.
  @inline(__always)
  func times(_ matrix: UnsafePointer<SIMD16<Float>>) -> SIMD16<Float> {
    var even = unsafe matrix[0] * self[0]
    var odd = unsafe matrix[1] * self[1]
    for index in stride(from: 2, to: 16, by: 2) {
      unsafe even += matrix[index] * self[index]
      unsafe odd += matrix[index + 1] * self[index + 1]
    }
    return even + odd
  }
}
