/// One word list as it lies in the lists' folder.
package struct NamedList: Sendable, Hashable {
  /// The file's name without its folder, `surnames.tsv`.
  package var name: String
  /// The file's content: UTF-8, one entry a line, fields separated by tabs, comment lines starting with `#`.
  package var bytes: [UInt8]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// Calls `body` with every line that is neither empty nor a comment, and its number from 1.
  func forEachRow(_ body: (Row, Int) -> Void) {
    var number = 0
    for var line in bytes.split(separator: 0x0a, omittingEmptySubsequences: false) {
      number += 1
      if line.last == 0x0d { line.removeLast() }
      if line.isEmpty || line.first == 0x23 { continue }
      body(Row(line), number)
    }
  }
}

/// One line of a list, taken apart at its tabs.
struct Row {
  private let fields: [ArraySlice<UInt8>]

  init(_ line: ArraySlice<UInt8>) {
    fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
  }

  /// The field's folded key; empty where there is no such field.
  func key(_ index: Int) -> [UInt8] {
    fields.indices.contains(index) ? Folding.key(utf8: fields[index]) : []
  }

  /// The field's text without spaces around it; empty where there is no such field.
  func text(_ index: Int) -> String {
    guard fields.indices.contains(index) else { return "" }
    let isSpace = { (byte: UInt8) in byte == 0x20 }
    let trimmed = fields[index].drop(while: isSpace).reversed().drop(while: isSpace).reversed()
    return String(decoding: Array(trimmed), as: UTF8.self)
  }

  /// The parts of a field that lists several things, as folded keys.
  func keys(_ index: Int, separators: [UInt8]) -> [[UInt8]] {
    guard fields.indices.contains(index) else { return [] }
    return fields[index].split(whereSeparator: separators.contains).map { Folding.key(utf8: $0) }
  }

  /// The field as a number that is not negative; nil if it is none.
  func number(_ index: Int) -> Int? {
    guard fields.indices.contains(index), !fields[index].isEmpty, fields[index].count < 16 else {
      return nil
    }
    var value = 0
    for byte in fields[index] {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }
}
