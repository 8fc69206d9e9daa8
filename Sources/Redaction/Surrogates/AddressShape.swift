import Detection

/// What a street address shows of its shape: how long the house number is, and what kind of street.
struct AddressShape {
  private static let suffixes: Set<String> = [
    "street", "st", "avenue", "ave", "road", "rd", "lane", "ln", "drive", "dr", "court", "ct",
    "boulevard", "blvd", "place", "pl", "way", "terrace", "ter", "circle", "cir", "highway", "hwy",
    "close", "crescent", "square", "parkway", "pkwy", "trail", "row",
  ]

  private let digits: Int
  /// A space and the word for the street, as it is written.
  let suffix: [UInt8]

  init(_ address: [UInt8]) {
    digits = address.drop { $0 == 0x20 }.prefix(while: ByteClass.isDigit).count
    let words = address.split { !ByteClass.isLetter($0) }
    let street = words.last { word in
      AddressShape.suffixes.contains(String(decoding: word.map { $0 | 0x20 }, as: UTF8.self))
    }
    suffix = [0x20] + (street.map(Array.init) ?? Array("Street".utf8))
  }

  /// The house number with a space behind it; nothing where the address begins with none.
  func number(_ numbers: inout DrawnNumbers) -> [UInt8] {
    guard digits > 0 else { return [] }
    let first = 0x31 + UInt8(numbers.next(below: 9))
    return [first] + (1..<digits).map { _ in numbers.digit() } + [0x20]
  }
}
