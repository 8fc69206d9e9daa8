/// A line of text cut into the cells of a table. Offsets are bytes of the view.
struct TableLine {
  /// What stands between two cells.
  enum Separator: CaseIterable {
    case bar, tab, semicolon, comma
    /// Columns that are aligned by spaces.
    case spaces
  }

  /// The cells without the white space around them; empty ones are kept, so that cells can be counted.
  let cells: [Range<Int>]

  /// - Parameter line: without its line break.
  init(_ line: Range<Int>, _ separator: Separator, _ bytes: [UInt8]) {
    let cells =
      separator == .spaces
      ? TableLine.aligned(line, bytes) : TableLine.separated(line, separator.byte, bytes)
    self.cells = cells.map { TableLine.trimmed($0, bytes) }
  }

  /// The cell's bytes between two separators; a bar at either end of the line closes the table and separates nothing.
  private static func separated(_ line: Range<Int>, _ separator: UInt8, _ bytes: [UInt8])
    -> [Range<Int>]
  {
    var line = line
    if separator == UInt8(ascii: "|") {
      let trimmed = TableLine.trimmed(line, bytes)
      line = trimmed
      if let first = line.first, bytes[first] == separator {
        line = line.dropFirst().startIndex..<line.upperBound
      }
      if let last = line.last, bytes[last] == separator { line = line.lowerBound..<last }
    }
    var cells: [Range<Int>] = []
    var start = line.lowerBound
    var isQuoted = false
    for index in line {
      if bytes[index] == UInt8(ascii: "\""), separator == UInt8(ascii: ",") { isQuoted.toggle() }
      if bytes[index] == separator, !isQuoted {
        cells.append(start..<index)
        start = index + 1
      }
    }
    cells.append(start..<line.upperBound)
    return cells
  }

  /// Words that two spaces or more keep apart.
  private static func aligned(_ line: Range<Int>, _ bytes: [UInt8]) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start: Int?
    var index = line.lowerBound
    while index < line.upperBound {
      let isSpace = bytes[index] == 0x20
      let isGap = isSpace && (index + 1 == line.upperBound || bytes[index + 1] == 0x20)
      if isGap, let open = start {
        cells.append(open..<index)
        start = nil
      }
      if !isSpace, start == nil { start = index }
      index += 1
    }
    if let start { cells.append(start..<line.upperBound) }
    return cells
  }

  private static func trimmed(_ cell: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
    func isBlank(_ byte: UInt8) -> Bool {
      byte == 0x20 || byte == 0x09 || byte == 0x0d || byte == UInt8(ascii: "\"")
    }
    var low = cell.lowerBound
    var high = cell.upperBound
    while low < high, isBlank(bytes[low]) { low += 1 }
    while low < high, isBlank(bytes[high - 1]) { high -= 1 }
    return low..<high
  }
}

extension TableLine.Separator {
  /// Whether it seldom stands in anything but tables.
  var isOfTables: Bool { self == .bar || self == .tab }

  fileprivate var byte: UInt8 {
    switch self {
    case .bar: UInt8(ascii: "|")
    case .tab: 0x09
    case .semicolon: UInt8(ascii: ";")
    case .comma: UInt8(ascii: ",")
    case .spaces: 0x20
    }
  }
}
