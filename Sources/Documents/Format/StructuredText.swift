/// Tells text that people wrote from text that programs exchange.
enum StructuredText {
  /// The machine's format a text is in; nil for prose.
  ///
  /// - Parameter text: valid UTF-8.
  static func kind(of text: [UInt8]) -> FileKind? {
    let head = text.drop(while: isBlank)
    guard let first = head.first, let last = text.last(where: { !isBlank($0) }) else { return nil }
    let second = head.dropFirst().first { !isBlank($0) } ?? 0
    switch first {
    case UInt8(ascii: "<"): return isMarkup(head, second) ? .markup : nil
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      let opens = [UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "[")].contains(second)
      let closes = last == UInt8(ascii: "}") || last == UInt8(ascii: "]")
      return opens && closes ? .json : nil
    default:
      // Behind the vertical tab of its frame, which counts as blank here.
      return hl7Starts.contains { head.starts(with: $0.utf8) } ? .hl7 : nil
    }
  }

  /// Message, batch and file headers (HL7 v2.x, chapter 2).
  private static let hl7Starts = ["MSH|", "BHS|", "FHS|"]

  /// `<?xml`, `<!DOCTYPE`, or a tag, and somewhere the end of one.
  private static func isMarkup(_ head: ArraySlice<UInt8>, _ second: UInt8) -> Bool {
    let lower = second | 0x20
    let startsTag = lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")
    guard startsTag || second == UInt8(ascii: "?") || second == UInt8(ascii: "!") else {
      return false
    }
    return zip(head, head.dropFirst()).contains {
      $0 == UInt8(ascii: "<") && $1 == UInt8(ascii: "/")
        || $0 == UInt8(ascii: "/") && $1 == UInt8(ascii: ">")
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0d).contains(byte)
  }
}
