/// How a document's bytes stand for text. The scrubbed copy goes back in the encoding the original came in.
package enum TextEncoding: String, Sendable, Hashable, CaseIterable, Codable {
  case utf8 = "utf-8"
  case utf8WithBOM = "utf-8-bom"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  case latin1 = "latin-1"
  case windows1252 = "windows-1252"

  /// The name used in audit records and messages.
  package var code: String { rawValue }

  /// The bytes that announce the encoding at the start of a file.
  ///
  /// UTF-16 is always written with one: a copy without it would have to be guessed again by whoever opens it.
  package var byteOrderMark: [UInt8] {
    switch self {
    case .utf8, .latin1, .windows1252: []
    case .utf8WithBOM: [0xef, 0xbb, 0xbf]
    case .utf16LittleEndian: [0xff, 0xfe]
    case .utf16BigEndian: [0xfe, 0xff]
    }
  }

  /// The bytes of a file that says `text` in this encoding, byte order mark included.
  ///
  /// - Parameter text: UTF-8 without a byte order mark.
  /// - Returns: nil when `text` is not valid UTF-8, or holds a character the encoding has no byte for.
  package func encode(_ text: [UInt8]) -> [UInt8]? {
    guard UTF8Check.firstError(in: text) == nil else { return nil }
    return switch self {
    case .utf8: text
    case .utf8WithBOM: byteOrderMark + text
    case .utf16LittleEndian, .utf16BigEndian: utf16(text)
    case .latin1, .windows1252: singleBytes(text)
    }
  }

  private func utf16(_ text: [UInt8]) -> [UInt8] {
    var bytes = byteOrderMark
    bytes.reserveCapacity(2 + 2 * text.count)
    for unit in String(decoding: text, as: UTF8.self).utf16 {
      let high = UInt8(unit >> 8)
      let low = UInt8(unit & 0xff)
      if self == .utf16LittleEndian {
        bytes.append(low)
        bytes.append(high)
      } else {
        bytes.append(high)
        bytes.append(low)
      }
    }
    return bytes
  }

  private func singleBytes(_ text: [UInt8]) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      guard let byte = byte(for: scalar) else { return nil }
      bytes.append(byte)
    }
    return bytes
  }

  private func byte(for scalar: Unicode.Scalar) -> UInt8? {
    switch scalar.value {
    case 0x00..<0x80, 0xa0...0xff: UInt8(scalar.value)
    default: self == .windows1252 ? Windows1252.byte(for: scalar) : nil
    }
  }
}
