/// A 64-bit checksum against damage by accident: eight bytes a step, each step a multiplication and a rotation.
///
/// It tells a flipped bit, a cut-off end and changed lists; it is no defence against somebody who means to deceive.
enum Checksum {
  /// The checksum of some bytes, continuing `seed`.
  static func of(_ bytes: some RandomAccessCollection<UInt8>, seed: UInt64 = 0) -> UInt64 {
    var state = step(seed, UInt64(bytes.count))
    var word: UInt64 = 0
    var shift: UInt64 = 0
    for byte in bytes {
      word |= UInt64(byte) << shift
      shift += 8
      guard shift == 64 else { continue }
      state = step(state, word)
      word = 0
      shift = 0
    }
    return finish(shift == 0 ? state : step(state, word))
  }

  /// Takes in eight bytes, read little-endian. The multiplier is that of splitmix64.
  @inline(__always) static func step(_ state: UInt64, _ word: UInt64) -> UInt64 {
    let mixed = (state ^ word) &* 0xbf58_476d_1ce4_e5b9
    return mixed << 27 | mixed >> 37
  }

  /// Spreads the last words over all bits.
  static func finish(_ state: UInt64) -> UInt64 {
    let mixed = (state ^ (state >> 30)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
