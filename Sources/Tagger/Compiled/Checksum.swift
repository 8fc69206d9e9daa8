/// A 64-bit checksum against damage by accident: eight bytes a step, each step a multiplication and a rotation.
///
/// It tells a flipped bit and a cut-off end; it is no defence against somebody who means to deceive.
enum Checksum {
  /// The checksum of some bytes; what is missing to a multiple of eight counts as zeros.
  static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var state = step(0, UInt64(bytes.count))
    let whole = bytes.count & ~7
    for offset in stride(from: 0, to: whole, by: 8) {
      state = unsafe step(state, bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
    if whole < bytes.count {
      var word: UInt64 = 0
      for offset in (whole..<bytes.count).reversed() {
        word = unsafe word << 8 | UInt64(bytes[offset])
      }
      state = step(state, word)
    }
    return finish(state)
  }

  /// Takes in eight bytes. The multiplier is that of splitmix64.
  @inline(__always) private static func step(_ state: UInt64, _ word: UInt64) -> UInt64 {
    let mixed = (state ^ UInt64(littleEndian: word)) &* 0xbf58_476d_1ce4_e5b9
    return mixed << 27 | mixed >> 37
  }

  /// Spreads the last words over all bits.
  private static func finish(_ state: UInt64) -> UInt64 {
    let mixed = (state ^ (state >> 30)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
