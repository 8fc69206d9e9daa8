/// Strict UTF-8: no overlong forms, no surrogates, nothing beyond U+10FFFF, no cut sequence.
enum UTF8Check {
  /// The byte offset of the first byte that is not valid UTF-8; nil when all of it is.
  static func firstError(in bytes: [UInt8]) -> Int? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  /// The byte offset of the first sequence built like UTF-8: a lead byte and as many continuation bytes as it asks for,
  /// even where the value is overlong or a surrogate. Nil when there is none.
  ///
  /// Such a sequence in a file that is not UTF-8 as a whole means that two encodings were pasted together.
  static func firstSequence(in bytes: [UInt8]) -> Int? {
    bytes.indices.first { start in
      let length = sequenceLength(lead: bytes[start])
      guard length > 1, start + length <= bytes.count else { return false }
      return bytes[(start + 1)..<(start + length)].allSatisfy { $0 & 0xc0 == 0x80 }
    }
  }

  private static func sequenceLength(lead: UInt8) -> Int {
    switch lead {
    case 0xc0...0xdf: 2
    case 0xe0...0xef: 3
    case 0xf0...0xf7: 4
    default: 1
    }
  }
}
