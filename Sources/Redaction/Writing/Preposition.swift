import Detection

/// The preposition in front of a date that is cut to its year: `on March 14, 2023` is `in 2023`.
enum Preposition {
  /// Changes `on ` at the end of `output` to `in `, in its letters' case.
  ///
  /// - Parameter settled: `output` before this offset must stay.
  static func fitToYear(_ output: inout [UInt8], behind settled: Int) {
    let start = output.count - 3
    guard start >= settled, output[start + 2] == 0x20, output[start] | 0x20 == 0x6f,
      output[start + 1] | 0x20 == 0x6e, start == 0 || isBoundary(output[start - 1])
    else { return }
    output[start] = output[start] & 0x20 | 0x49
  }

  private static func isBoundary(_ byte: UInt8) -> Bool {
    !ByteClass.isLetter(byte) && !ByteClass.isDigit(byte) && byte != 0x2d && byte < 0x80
  }
}
