/// Another casing for a whole text.
enum Recasing: Sendable {
  case upper
  case lower
}

extension DocumentBuilder {
  /// The same text in another casing, with its spans where the text went: a letter may grow or shrink.
  func recased(_ recasing: Recasing) -> DocumentBuilder {
    var out = DocumentBuilder()
    var done = 0
    for span in spans {
      out.append(Self.recased(text[done..<span.range.lowerBound], recasing))
      out.append(Self.recased(text[span.range], recasing), as: span.label)
      done = span.range.upperBound
    }
    out.append(Self.recased(text[done...], recasing))
    return out
  }

  private static func recased(_ bytes: ArraySlice<UInt8>, _ recasing: Recasing) -> [UInt8] {
    let string = String(decoding: bytes, as: UTF8.self)
    return Array((recasing == .upper ? string.uppercased() : string.lowercased()).utf8)
  }
}
