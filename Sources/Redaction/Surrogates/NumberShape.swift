import Detection

/// Numbers and codes: each digit stands for a digit and each letter for a letter.
enum NumberShape {
  /// Words that say what the number is of.
  private static let labels: Set<String> = [
    "room", "rm", "bed", "ward", "unit", "floor", "bay", "suite", "apt", "level", "wing", "icu",
    "ed",
    "no", "mrn", "id", "ref",
  ]

  /// Whether the value is a number or code; a word of three small letters or more makes it something else, which no
  /// letters drawn one by one would look like.
  static func isNumber(_ value: [UInt8]) -> Bool {
    value.contains(where: ByteClass.isDigit) && value.allSatisfy { $0 < 0x80 }
      && words(of: value).allSatisfy { word in
        isLabel(value[word]) || value[word].count(where: { !ByteClass.isUpper($0) }) < 3
      }
  }

  private static func words(of value: [UInt8]) -> [Range<Int>] {
    value.indices.split { !ByteClass.isLetter(value[$0]) }.compactMap { run in
      run.first.flatMap { first in run.last.map { first..<$0 + 1 } }
    }
  }

  private static func isLabel(_ word: ArraySlice<UInt8>) -> Bool {
    word.count > 1 && labels.contains(String(decoding: word.map { $0 | 0x20 }, as: UTF8.self))
  }

  /// Drawn letters and digits for those of `value`, labels kept.
  static func content(like value: [UInt8], _ numbers: inout DrawnNumbers) -> [UInt8] {
    var content = value.map { byte -> UInt8 in
      if ByteClass.isDigit(byte) {
        return byte == 0x30 ? 0x30 : 0x31 + UInt8(numbers.next(below: 9))
      }
      guard ByteClass.isLetter(byte) else { return byte }
      return (byte & 0x20) | (0x41 + UInt8(numbers.next(below: 26)))
    }
    for word in words(of: value) where isLabel(value[word]) {
      content.replaceSubrange(word, with: value[word])
    }
    return content.filter(TextContent.isContent)
  }

  /// `content` between the punctuation of `value`, and in its letters' case.
  static func written(_ content: [UInt8], like value: [UInt8]) -> [UInt8]? {
    guard value.count(where: TextContent.isContent) == content.count else { return nil }
    var next = content.makeIterator()
    return value.map { byte in
      guard TextContent.isContent(byte), let drawn = next.next() else { return byte }
      guard ByteClass.isLetter(byte), ByteClass.isLetter(drawn) else { return drawn }
      return ByteClass.isUpper(byte) ? drawn & 0xdf : drawn | 0x20
    }
  }
}
