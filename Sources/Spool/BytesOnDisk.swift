internal import FoundationEssentials

/// Raw bytes, such as a file name, in JSON: as text when it is UTF-8, else in base 64, so that it comes back byte by byte.
struct BytesOnDisk: Codable, Hashable {
  let bytes: [UInt8]

  private enum Key: String, CodingKey {
    case text, base64
  }

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    if let text = try container.decodeIfPresent(String.self, forKey: .text) {
      bytes = Array(text.utf8)
    } else {
      bytes = Array(try container.decode(Data.self, forKey: .base64))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    if let text = String(validating: bytes, as: UTF8.self) {
      try container.encode(text, forKey: .text)
    } else {
      try container.encode(Data(bytes), forKey: .base64)
    }
  }
}
