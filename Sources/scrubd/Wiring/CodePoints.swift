/// Counts code points up to byte offsets of a UTF-8 text; offsets are asked for in rising order.
struct CodePoints {
  private let text: [UInt8]
  private var byte = 0
  private var count = 0

  init(_ text: [UInt8]) { self.text = text }

  /// How many code points stand before `offset`, in bytes.
  mutating func offset(of offset: Int) -> Int {
    while byte < offset {
      if text[byte] & 0xc0 != 0x80 { count += 1 }
      byte += 1
    }
    return count
  }
}
