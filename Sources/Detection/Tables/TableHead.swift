import Lexicons

/// The line that says what the columns under it hold.
struct TableHead {
  struct Column {
    /// Where it begins, in bytes from the start of the line: what columns aligned by spaces are told by.
    var offset: Int
    /// Its place among the cells of a line.
    var number: Int
    /// Numbers of the patterns whose cells stand under this head.
    var rules: [Int]
  }

  let separator: TableLine.Separator
  /// Those some pattern knows, and for columns aligned by spaces also the others.
  let columns: [Column]

  /// A line is a head with so many columns that patterns know, or with one beside `fewestColumns` others.
  private static let fewestKnown = 2
  private static let fewestColumns = 3
  /// A head has no longer cells, in bytes: what is longer is prose.
  private static let longestCell = 60

  /// Nil when the line is no head of a table.
  init?(_ line: Range<Int>, _ bytes: [UInt8], _ heads: ColumnHeads) {
    for separator in TableLine.Separator.allCases {
      let cells = TableHead.cells(line, separator, bytes, heads)
      guard cells.count > 1 else { continue }
      let known = cells.filter { !$0.rules.isEmpty }.count
      guard known > 0, known >= TableHead.fewestKnown || cells.count >= TableHead.fewestColumns,
        separator.isOfTables || known >= TableHead.fewestKnown
      else { continue }
      self.separator = separator
      columns = cells
      return
    }
    return nil
  }

  /// The columns; none when some cell is no head.
  private static func cells(
    _ line: Range<Int>, _ separator: TableLine.Separator, _ bytes: [UInt8], _ heads: ColumnHeads
  ) -> [Column] {
    let cells = TableLine(line, separator, bytes).cells
    guard cells.count > 1, cells.allSatisfy({ isHead($0, bytes) }) else { return [] }
    guard separator == .spaces else {
      return cells.enumerated().map { number, cell in
        Column(
          offset: cell.lowerBound - line.lowerBound, number: number,
          rules: heads.rules(of: cell, bytes))
      }
    }
    guard cells.allSatisfy({ isAlignedHead($0, bytes) }) else { return [] }
    // Short heads of narrow columns may have one space between them: `Initials Sex Age`.
    return cells.flatMap { heads.split($0, bytes) }.enumerated().map { number, head in
      Column(offset: head.range.lowerBound - line.lowerBound, number: number, rules: head.rules)
    }
  }

  /// Whether a cell may be a head: short, without the digits of data, the colon of a field or the end of a sentence.
  private static func isHead(_ cell: Range<Int>, _ bytes: [UInt8]) -> Bool {
    cell.count <= longestCell
      && !bytes[cell].contains { ByteClass.isDigit($0) || notInHead.contains($0) }
  }

  /// Words with a capital in front, not the end or the middle of a sentence: in typed prose two spaces stand between
  /// sentences.
  private static func isAlignedHead(_ cell: Range<Int>, _ bytes: [UInt8]) -> Bool {
    guard let first = cell.first, let last = cell.last else { return false }
    return ByteClass.isUpper(bytes[first]) && bytes[last] != UInt8(ascii: ".")
      && !bytes[cell].contains(UInt8(ascii: ","))
  }

  private static let notInHead = Array(":?!=".utf8)

  /// The patterns for each cell of a line under this head.
  func rules(for cells: [Range<Int>], in line: Range<Int>) -> [(cell: Range<Int>, rules: [Int])] {
    if separator == .spaces, cells.count != columns.count {
      return cells.compactMap { cell in
        let offset = cell.lowerBound - line.lowerBound
        guard let column = columns.last(where: { $0.offset <= offset + 1 }) else { return nil }
        return (cell, column.rules)
      }
    }
    // Commas and semicolons stand in prose as well; a line of a table has as many as its head.
    guard separator.isOfTables || cells.count == columns.count else { return [] }
    return columns.compactMap { column in
      column.number < cells.count ? (cells[column.number], column.rules) : nil
    }
  }
}

/// The heads that patterns know, by the hash of their letters and digits in lower case.
struct ColumnHeads: Sendable {
  private var rulesOfHead: [UInt64: [Int]] = [:]
  /// Words of the longest head.
  private var longest = 1

  /// - Parameter heads: for each pattern the heads of its columns; empty for a pattern that has none.
  init(_ heads: [[String]]) {
    for (rule, heads) in heads.enumerated() {
      for head in heads {
        rulesOfHead[ColumnHeads.key(Array(head.utf8)[...]), default: []].append(rule)
        longest = max(longest, head.split(separator: " ").count)
      }
    }
  }

  var isEmpty: Bool { rulesOfHead.isEmpty }

  func rules(of cell: Range<Int>, _ bytes: [UInt8]) -> [Int] {
    rulesOfHead[ColumnHeads.key(bytes[cell])] ?? []
  }

  /// A run of words with single spaces between them, cut where a known head begins or ends.
  func split(_ cell: Range<Int>, _ bytes: [UInt8]) -> [(range: Range<Int>, rules: [Int])] {
    let words = ColumnHeads.words(cell, bytes)
    var heads: [(range: Range<Int>, rules: [Int])] = []
    var index = 0
    while index < words.count {
      let length = (1...min(longest, words.count - index)).last { length in
        !rules(of: words[index].lowerBound..<words[index + length - 1].upperBound, bytes).isEmpty
      }
      let range = words[index].lowerBound..<words[index + (length ?? 1) - 1].upperBound
      heads.append((range, length == nil ? [] : rules(of: range, bytes)))
      index += length ?? 1
    }
    return heads
  }

  private static func words(_ cell: Range<Int>, _ bytes: [UInt8]) -> [Range<Int>] {
    bytes[cell].split(separator: 0x20).map { $0.startIndex..<$0.endIndex }
  }

  private static func key(_ head: ArraySlice<UInt8>) -> UInt64 {
    var hash = WordHash.seed
    for byte in head where ByteClass.isLetter(byte) || ByteClass.isDigit(byte) {
      hash = WordHash.combine(hash, ByteClass.isUpper(byte) ? byte | 0x20 : byte)
    }
    return hash
  }
}
