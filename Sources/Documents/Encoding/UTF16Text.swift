/// UTF-16 bytes read as text.
enum UTF16Text {
  /// Which UTF-16 the bytes are, though they carry no byte order mark; nil when they could be anything else.
  ///
  /// Only text that is mostly ASCII can be told: then one byte of every pair is zero, always on the same side, and never on
  /// the other.
  static func unmarked(_ bytes: [UInt8]) -> TextEncoding? {
    guard bytes.count >= 2, bytes.count.isMultiple(of: 2) else { return nil }
    var zeros = (even: 0, odd: 0)
    for index in stride(from: 0, to: bytes.count, by: 2) {
      if bytes[index] == 0 { zeros.even += 1 }
      if bytes[index + 1] == 0 { zeros.odd += 1 }
    }
    let units = bytes.count / 2
    if zeros.even == 0, zeros.odd * 2 > units { return .utf16LittleEndian }
    if zeros.odd == 0, zeros.even * 2 > units { return .utf16BigEndian }
    return nil
  }

  /// The text as UTF-8.
  ///
  /// - Parameter start: the byte offset behind a byte order mark.
  /// - Throws: `undecodable` with the byte offset of the first unit that is half a pair or half a surrogate pair.
  static func utf8(
    _ bytes: [UInt8], from start: Int, littleEndian: Bool
  ) throws(DocumentRefusal) -> [UInt8] {
    guard (bytes.count - start).isMultiple(of: 2) else {
      throw .undecodable(Place(offset: bytes.count - 1, in: bytes))
    }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count - start)
    var index = start
    while index < bytes.count {
      let first = unit(bytes, at: index, littleEndian)
      var width = 2
      var value = UInt32(first)
      if UTF16.isLeadSurrogate(first), index + 2 < bytes.count {
        let second = unit(bytes, at: index + 2, littleEndian)
        if UTF16.isTrailSurrogate(second) {
          value = 0x10000 + (UInt32(first & 0x3ff) << 10 | UInt32(second & 0x3ff))
          width = 4
        }
      }
      guard let scalar = Unicode.Scalar(value), let encoded = UTF8.encode(scalar) else {
        throw .undecodable(Place(offset: index, in: bytes))
      }
      text.append(contentsOf: encoded)
      index += width
    }
    return text
  }

  private static func unit(_ bytes: [UInt8], at index: Int, _ littleEndian: Bool) -> UInt16 {
    let high = bytes[littleEndian ? index + 1 : index]
    let low = bytes[littleEndian ? index : index + 1]
    return UInt16(high) << 8 | UInt16(low)
  }
}
