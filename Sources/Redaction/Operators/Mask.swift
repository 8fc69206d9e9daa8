import Detection

/// Hides letters and digits one by one, so that columns stay where they are.
enum Mask {
  /// `value` with each ASCII letter or digit, and each character outside ASCII, as `*`.
  static func masked(_ value: ArraySlice<UInt8>) -> [UInt8] {
    var masked: [UInt8] = []
    for byte in value {
      // Continuation bytes of a character already starred.
      if byte & 0xc0 == 0x80 { continue }
      let isContent = ByteClass.isLetter(byte) || ByteClass.isDigit(byte) || byte >= 0xc0
      masked.append(isContent ? 0x2a : byte)
    }
    return masked
  }
}
