/// A document's text, and the encoding it came in.
package struct DecodedText: Sendable, Equatable {
  /// Valid UTF-8 without a byte order mark, line ends as they came.
  package let text: [UInt8]
  package let encoding: TextEncoding

  package init(text: [UInt8], encoding: TextEncoding) {
    self.text = text
    self.encoding = encoding
  }
}

/// Turns a file's bytes into text, or says why they are none. It never replaces a byte it cannot read: a name can hide behind
/// a replacement character.
package enum TextDecoder {
  /// Decodes a whole file.
  ///
  /// In this order: a byte order mark decides; then UTF-16 without a mark, if it can be nothing else; then strict UTF-8;
  /// then Windows-1252 (called Latin-1 where it has no byte in 80...9F), if nothing in the file speaks against it.
  /// An empty file is an empty text.
  ///
  /// - Throws: the reason why the file is refused.
  package static func decode(_ bytes: [UInt8]) throws(DocumentRefusal) -> DecodedText {
    if let kind = FileKind.recognized(bytes) { throw .unsupported(kind) }
    let decoded = try decodeText(bytes)
    if let found = ControlCharacters.firstForbidden(in: decoded.text) {
      let place = Place(offset: found.offset, in: decoded.text)
      throw found.value == 0 ? .nulByte(place) : .controlCharacter(place)
    }
    if let offset = EncodedText.firstPassage(in: decoded.text) {
      throw .encodedText(Place(offset: offset, in: decoded.text))
    }
    return decoded
  }

  private static func decodeText(_ bytes: [UInt8]) throws(DocumentRefusal) -> DecodedText {
    if let encoding = marked(bytes) {
      return DecodedText(
        text: try text(bytes, from: encoding.byteOrderMark.count, encoding), encoding: encoding)
    }
    if let encoding = UTF16Text.unmarked(bytes) {
      return DecodedText(text: try text(bytes, from: 0, encoding), encoding: encoding)
    }
    guard let error = UTF8Check.firstError(in: bytes) else {
      return DecodedText(text: bytes, encoding: .utf8)
    }
    return try western(bytes, notUTF8From: error)
  }

  /// The encoding whose byte order mark stands at the start.
  private static func marked(_ bytes: [UInt8]) -> TextEncoding? {
    [.utf8WithBOM, .utf16LittleEndian, .utf16BigEndian].first {
      bytes.starts(with: $0.byteOrderMark)
    }
  }

  private static func text(
    _ bytes: [UInt8], from start: Int, _ encoding: TextEncoding
  ) throws(DocumentRefusal) -> [UInt8] {
    guard encoding == .utf8WithBOM else {
      return try UTF16Text.utf8(bytes, from: start, littleEndian: encoding == .utf16LittleEndian)
    }
    let text = Array(bytes[start...])
    if let error = UTF8Check.firstError(in: text) {
      throw .undecodable(Place(offset: start + error, in: bytes))
    }
    return text
  }

  private static func western(
    _ bytes: [UInt8], notUTF8From error: Int
  ) throws(DocumentRefusal) -> DecodedText {
    if let zero = bytes.firstIndex(of: 0) { throw .nulByte(Place(offset: zero, in: bytes)) }
    if UTF8Check.firstSequence(in: bytes) != nil {
      throw .mixedEncodings(Place(offset: error, in: bytes))
    }
    if let doubt = WesternText.firstDoubt(in: bytes) {
      throw .undecodable(Place(offset: doubt, in: bytes))
    }
    let isLatin1 = bytes.allSatisfy { !(0x80..<0xa0).contains($0) }
    return DecodedText(
      text: Windows1252.utf8(bytes), encoding: isLatin1 ? .latin1 : .windows1252)
  }
}
