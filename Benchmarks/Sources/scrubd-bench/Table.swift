import Foundation

/// Rows under a heading, aligned for a terminal; the same is a table in Markdown.
struct Table {
  private var rows: [[String]]

  init(_ heading: [String]) { rows = [heading] }

  mutating func add(_ row: [String]) { rows.append(row) }

  var text: String {
    let widths = (rows.first ?? []).indices.map { column in
      rows.map { $0[column].count }.max() ?? 0
    }
    func line(_ row: [String]) -> String {
      let cells = zip(row, widths).enumerated().map { index, cell in
        let space = String(repeating: " ", count: cell.1 - cell.0.count)
        return index == 0 ? cell.0 + space : space + cell.0
      }
      return "| " + cells.joined(separator: " | ") + " |"
    }
    let rule = widths.enumerated().map { index, width in
      String(repeating: "-", count: width - (index == 0 ? 0 : 1)) + (index == 0 ? "" : ":")
    }
    return
      ([line(rows[0]), "| " + rule.joined(separator: " | ") + " |"] + rows.dropFirst().map(line))
      .joined(separator: "\n")
  }
}

/// `12.3` with as many digits behind the point.
func decimal(_ value: Double, _ digits: Int = 1) -> String {
  String(format: "%.\(digits)f", value)
}
