/// What a byte of the view is, by one table look-up.
package enum ByteClass: UInt8 {
  case other, lower, upper, digit, space, newline, punctuation, high

  package static let table: [ByteClass] = (0...255).map { classify(UInt8($0)) }

  private static func classify(_ byte: UInt8) -> ByteClass {
    switch byte {
    case 0x61...0x7a: .lower
    case 0x41...0x5a: .upper
    case 0x30...0x39: .digit
    case 0x0a, 0x0b, 0x0c, 0x0d: .newline
    case 0x09, 0x20: .space
    case 0x80...: .high
    case 0x21...0x7e: .punctuation
    default: .other
    }
  }

  package static func isLetter(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return lower >= 0x61 && lower <= 0x7a
  }

  package static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  package static func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5a }
}
