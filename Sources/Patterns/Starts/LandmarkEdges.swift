/// What is known of the bytes of a landmark's text beyond what they are when folded, and of what stands beside them.
package struct LandmarkEdges: Sendable, Hashable {
  /// A bit for each byte that is a capital for sure, the lowest for the first.
  package let capitals: UInt8
  /// Whether the first byte is of a word, and no byte of a word stands before it.
  package let startsWord: Bool
  /// Whether the last byte is of a word, and no byte of a word stands behind it.
  package let endsWord: Bool

  package init(capitals: UInt8 = 0, startsWord: Bool = false, endsWord: Bool = false) {
    self.capitals = capitals
    self.startsWord = startsWord
    self.endsWord = endsWord
  }

  /// Whether they are those of a stretch of `text` that has the bytes when it is folded.
  @inlinable
  package func areMet(in text: Span<UInt8>, _ stretch: Range<Int>) -> Bool {
    if startsWord, stretch.lowerBound > 0, LandmarkEdges.isWord(text[stretch.lowerBound &- 1]) {
      return false
    }
    if endsWord, stretch.upperBound < text.count, LandmarkEdges.isWord(text[stretch.upperBound]) {
      return false
    }
    var left = capitals
    while left != 0 {
      if text[stretch.lowerBound &+ left.trailingZeroBitCount] & 0x20 != 0 { return false }
      left &= left &- 1
    }
    return true
  }

  @inlinable
  static func isWord(_ byte: UInt8) -> Bool {
    byte | 0x20 &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x5f
  }
}
