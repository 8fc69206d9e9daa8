/// Offsets of a UTF-8 text as the caller counts them, and in bytes.
struct TextOffsets {
  /// The byte each code point begins at, and one past the last; nil when bytes are counted.
  private let starts: [Int]?
  /// The length of the text, as the caller counts.
  let count: Int

  init(_ text: [UInt8], _ unit: DetectCommand.Offsets) {
    guard unit == .codepoints else {
      starts = nil
      count = text.count
      return
    }
    let starts = text.indices.filter { text[$0] & 0xc0 != 0x80 } + [text.count]
    self.starts = starts
    count = starts.count - 1
  }

  /// What the caller counts up to a byte.
  func count(upTo byte: Int) -> Int {
    guard let starts else { return byte }
    var low = 0
    var high = starts.count - 1
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] < byte { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The bytes of a range of the caller's; nil when it does not lie in the text.
  func bytes(of range: Range<Int>) -> Range<Int>? {
    guard range.lowerBound >= 0, range.upperBound <= count else { return nil }
    guard let starts else { return range }
    return starts[range.lowerBound]..<starts[range.upperBound]
  }
}
