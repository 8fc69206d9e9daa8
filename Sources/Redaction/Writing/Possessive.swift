import Detection
import Patterns

/// Parts a finding from the possessive ending that it may span: the `'s` of `Maria Novak's daughter` is nobody's name,
/// and the sentence needs it.
enum Possessive {
  static func parted(_ finding: Finding, in text: [UInt8]) -> Finding {
    switch finding.category {
    case .name, .place, .organization, .state, .country, .profession, .address, .handle:
      var parted = finding
      let length = ending(of: text[finding.range])
      parted.range = finding.range.lowerBound..<finding.range.upperBound - length
      return parted
    default: return finding
    }
  }

  /// The bytes of `'s` or `’s` at the end of `value`; 0 when there is none, or nothing before it.
  static func ending(of value: ArraySlice<UInt8>) -> Int {
    guard let last = value.last, last | 0x20 == 0x73 else { return 0 }
    for mark in [[0x27], [0xe2, 0x80, 0x99], [0xca, 0xbc]] as [[UInt8]]
    where value.count > mark.count + 1 && value.dropLast().suffix(mark.count).elementsEqual(mark) {
      return mark.count + 1
    }
    return 0
  }

  /// The apostrophe behind a name in `s` that makes a possessive of it: `James' daughter`, where the name that is written
  /// may end otherwise. Nil for a closing quotation mark.
  static func bareApostrophe(behind range: Range<Int>, in text: [UInt8]) -> Range<Int>? {
    guard let last = text[range].last, last | 0x20 == 0x73 else { return nil }
    let behind = text[range.upperBound...]
    let marks: [[UInt8]] = [[0x27], [0xe2, 0x80, 0x99]]
    guard let mark = marks.first(where: behind.starts) else { return nil }
    let rest = behind.dropFirst(mark.count)
    guard rest.first == 0x20, let next = rest.dropFirst().first, ByteClass.isLetter(next) else {
      return nil
    }
    let opens = text[..<range.lowerBound].last
    // ' or the last byte of ‘.
    guard opens != 0x27, opens != 0x98 else { return nil }
    return range.upperBound..<range.upperBound + mark.count
  }
}
