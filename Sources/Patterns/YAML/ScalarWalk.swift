/// Walks the value of a scalar and the file it was written in side by side, in any YAML style.
///
/// What only the file has is indentation, folded line breaks, doubled quotes and escapes. Should the two not fit after
/// all, the walk goes on byte by byte and the place is near.
struct ScalarWalk {
  private let file: [UInt8]
  private let value: [UInt8]
  /// Byte offset in the file.
  private var place: Int
  /// Byte offset in the value.
  private var index = 0
  /// The quote around a quoted scalar.
  private let quote: UInt8?

  /// - Parameter start: of the scalar; of the first line behind its header if it is a block.
  init(_ file: [UInt8], from start: Int, value: String, isBlock: Bool) {
    self.file = file
    self.value = Array(value.utf8)
    place = start
    let first = start < file.count ? file[start] : 0
    let isQuote = first == UInt8(ascii: "'") || first == UInt8(ascii: "\"")
    quote = isQuote && !isBlock ? first : nil
    if quote != nil { place += 1 }
  }

  /// The byte offset in the file of byte `offset` of the value.
  mutating func place(of offset: Int) -> Int {
    let end = min(offset, value.count)
    while index < end, place < file.count { step() }
    // At the start of a line the file still has its indentation, or a quoted scalar its folded break.
    if index < value.count, !isSpace(value[index]) { skipSpacesOfFile() }
    return min(place, file.count)
  }

  private mutating func step() {
    if quote == UInt8(ascii: "\""), file[place] == UInt8(ascii: "\\") {
      skipEscape()
    } else if file[place] == value[index] {
      // A single quote inside single quotes stands twice.
      place += file[place] == UInt8(ascii: "'") && file[place] == quote ? 2 : 1
      index += 1
    } else if isSpace(file[place]) || isSpace(value[index]) {
      skipSpacesOfFile()
      while index < value.count, isSpace(value[index]) { index += 1 }
    } else {
      place += 1
      index += 1
    }
  }

  /// An escape stands for one character; before a line break it takes the break away.
  private mutating func skipEscape() {
    guard place + 1 < file.count else {
      place = file.count
      return
    }
    let letter = file[place + 1]
    if letter == UInt8(ascii: "\n") || letter == UInt8(ascii: "\r") {
      place += 1
      skipSpacesOfFile()
      return
    }
    let digits = [UInt8(ascii: "x"): 2, UInt8(ascii: "u"): 4, UInt8(ascii: "U"): 8]
    place += 2 + (digits[letter] ?? 0)
    index += 1
    while index < value.count, value[index] & 0xC0 == 0x80 { index += 1 }
  }

  private mutating func skipSpacesOfFile() {
    while place < file.count, isSpace(file[place]) { place += 1 }
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
