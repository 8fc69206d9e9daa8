internal import Syscalls

extension ModelLayout {
  /// Reads the header of a file of `fileSize` bytes.
  ///
  /// - Parameter bytes: the first `headerSize` bytes of the file, or all if it has fewer.
  init(header bytes: [UInt8], fileSize: Int) throws(TaggerDefect) {
    guard bytes.starts(with: ModelLayout.magic) else { throw .foreign }
    guard bytes.count >= ModelLayout.headerSize else { throw .truncated }
    func number<Number: FixedWidthInteger>(_ offset: Int, _: Number.Type) -> Number {
      let size = Number.bitWidth / 8
      return bytes[offset..<offset + size].reversed().reduce(0) {
        $0 << 8 | Number(truncatingIfNeeded: $1)
      }
    }
    func vector(_ offset: Int) -> SIMD16<Int16> {
      SIMD16((0..<16).map { number(offset + $0 * 2, Int16.self) })
    }
    let version = number(8, UInt64.self)
    guard version == ModelLayout.version else { throw .otherVersion(version) }
    let body = bytes.dropLast(8)
    guard Checksum.of(Array(body)) == number(824, UInt64.self),
      let places = Int(exactly: number(24, UInt64.self)), places > 0, places <= 1 << 31,
      let features = Int(exactly: number(16, UInt64.self)), features <= places,
      let groups = Int(exactly: number(32, UInt64.self)), groups > 0, groups <= places,
      let steps = Int(exactly: number(40, UInt64.self)), steps <= ModelLayout.mostSteps,
      let words = Int(exactly: number(816, UInt64.self)), words <= 1 << 24,
      let calibration = Calibration(
        millionths: (0..<Calibration.pointCount).map { number(640 + $0 * 4, UInt32.self) })
    else { throw .damaged }
    featureCount = features
    placeCount = places
    groupCount = groups
    wordCount = words
    self.steps = steps
    self.features = number(48, UInt64.self)
    bodyChecksum = number(56, UInt64.self)
    chain = ChainWeights(
      transitions: (0..<16).map { vector(64 + $0 * 32) }, start: vector(576), end: vector(608))
    self.calibration = calibration
    guard fileSize >= self.fileSize else { throw .truncated }
    guard fileSize == self.fileSize else { throw .damaged }
  }
}
