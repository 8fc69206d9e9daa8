/// Bytes as lower-case hexadecimal digits.
enum Hex {
  private static let alphabet = Array("0123456789abcdef".utf8)

  /// Two digits for each byte.
  static func digits(bytes: some Sequence<UInt8>) -> [UInt8] {
    var digits: [UInt8] = []
    for byte in bytes {
      digits.append(alphabet[Int(byte >> 4)])
      digits.append(alphabet[Int(byte & 15)])
    }
    return digits
  }

  /// Eight bytes of each word, the most significant first.
  static func bytes(_ words: [UInt64]) -> [UInt8] {
    words.flatMap { word in
      stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> UInt64($0)) }
    }
  }

  /// The bytes of an even number of lower-case digits; nil for anything else.
  static func bytes(hex: some Collection<UInt8>) -> [UInt8]? {
    guard hex.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    var high: UInt8?
    for character in hex {
      guard let digit = value(character) else { return nil }
      if let first = high {
        bytes.append(first << 4 | digit)
        high = nil
      } else {
        high = digit
      }
    }
    return bytes
  }

  /// Eight bytes a word, the most significant first.
  static func words(_ bytes: some Sequence<UInt8>) -> [UInt64] {
    var words: [UInt64] = []
    for (index, byte) in bytes.enumerated() {
      if index.isMultiple(of: 8) { words.append(0) }
      words[index / 8] = words[index / 8] << 8 | UInt64(byte)
    }
    return words
  }

  static func words(hex: some Collection<UInt8>) -> [UInt64]? {
    guard hex.count.isMultiple(of: 16) else { return nil }
    return bytes(hex: hex).map { words($0) }
  }

  private static func value(_ character: UInt8) -> UInt8? {
    switch character {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): character - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
