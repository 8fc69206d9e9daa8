/// A 64-bit checksum against damage of compiled files by accident: eight bytes a step, each step a multiplication and a
/// rotation.
///
/// It tells a flipped bit, a cut-off end and changed lists; it is no defence against somebody who means to deceive.
package enum Checksum {
  /// The checksum of some bytes, continuing `seed`; what is missing to a multiple of eight counts as zeros.
  package static func of(_ bytes: [UInt8], seed: UInt64 = 0) -> UInt64 {
    unsafe bytes.withUnsafeBytes { bytes in unsafe of(bytes, seed: seed) }
  }

  static func of(_ bytes: UnsafeRawBufferPointer, seed: UInt64 = 0) -> UInt64 {
    var state = step(seed, UInt64(bytes.count))
    let whole = bytes.count & ~7
    for offset in stride(from: 0, to: whole, by: 8) {
      let word = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      state = step(state, UInt64(littleEndian: word))
    }
    guard whole < bytes.count else { return finish(state) }
    var word: UInt64 = 0
    for offset in (whole..<bytes.count).reversed() {
      word = unsafe word << 8 | UInt64(bytes[offset])
    }
    return finish(step(state, word))
  }

  /// The checksum of many bytes, in four lanes side by side: a step need not wait for the one before it. It is another one
  /// than `of` gives.
  package static func wide(_ bytes: [UInt8]) -> UInt64 {
    unsafe bytes.withUnsafeBytes { bytes in unsafe wide(bytes) }
  }

  static func wide(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var lanes = InlineArray<4, UInt64> { UInt64($0) }
    let whole = bytes.count & ~31
    for offset in stride(from: 0, to: whole, by: 32) {
      for lane in 0..<4 {
        let word = unsafe bytes.loadUnaligned(
          fromByteOffset: offset &+ 8 &* lane, as: UInt64.self)
        lanes[lane] = step(lanes[lane], UInt64(littleEndian: word))
      }
    }
    var state = UInt64(whole)
    for lane in 0..<4 { state = step(state, lanes[lane]) }
    return unsafe of(UnsafeRawBufferPointer(rebasing: bytes[whole...]), seed: state)
  }

  /// Takes in eight bytes. The multiplier is that of splitmix64.
  @inline(__always) private static func step(_ state: UInt64, _ word: UInt64) -> UInt64 {
    let mixed = (state ^ word) &* 0xbf58_476d_1ce4_e5b9
    return mixed << 27 | mixed >> 37
  }

  /// Spreads the last words over all bits.
  private static func finish(_ state: UInt64) -> UInt64 {
    let mixed = (state ^ (state >> 30)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
