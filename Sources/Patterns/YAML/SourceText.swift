/// A file's bytes by lines: what turns an offset inside a scalar's value back into a place in the file.
package struct SourceText: Sendable {
  private let bytes: [UInt8]
  /// Byte offset of the start of each line.
  private let lineStarts: [Int]

  /// `bytes` are UTF-8; lines end with LF, CR or CR LF, as in YAML.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    var starts = [0]
    for (index, byte) in self.bytes.enumerated() {
      let isBreak =
        byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r") && index + 1 < self.bytes.count
          && self.bytes[index + 1] != UInt8(ascii: "\n")
      if isBreak { starts.append(index + 1) }
    }
    lineStarts = starts
  }

  /// The place of the byte at `offset`, which may be the end.
  package func position(at offset: Int) -> Position {
    let line = lineStarts.lastIndex { $0 <= offset } ?? 0
    let end = min(offset, bytes.count)
    let column = bytes[lineStarts[line]..<end].count { !SourceText.isContinuation($0) }
    return Position(line: line + 1, column: column + 1)
  }

  /// The byte offset of a place, or nil when the file has no such place.
  func offset(of position: Position) -> Int? {
    guard position.line >= 1, position.line <= lineStarts.count else { return nil }
    var offset = lineStarts[position.line - 1]
    var left = position.column - 1
    while left > 0, offset < bytes.count {
      offset += 1
      while offset < bytes.count, SourceText.isContinuation(bytes[offset]) { offset += 1 }
      left -= 1
    }
    return left == 0 ? offset : nil
  }

  /// The place in the file of byte `offset` of the value of a scalar that begins at `start`.
  package func position(at offset: Int, ofScalar value: String, startingAt start: Position)
    -> Position
  {
    guard let place = self.offset(of: start), place < bytes.count else { return start }
    let isBlock = bytes[place] == UInt8(ascii: "|") || bytes[place] == UInt8(ascii: ">")
    guard !isBlock || start.line < lineStarts.count else { return start }
    var walk = ScalarWalk(
      bytes, from: isBlock ? lineStarts[start.line] : place, value: value, isBlock: isBlock)
    return position(at: walk.place(of: offset))
  }

  /// How many bytes at the start of `bytes` are whole UTF-8 characters.
  static func validPrefix(of bytes: ArraySlice<UInt8>) -> Int {
    var decoder = UTF8()
    var source = bytes.makeIterator()
    var length = 0
    while case .scalarValue(let scalar) = decoder.decode(&source) {
      length += UTF8.width(scalar)
    }
    return length
  }

  private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
