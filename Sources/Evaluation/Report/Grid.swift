/// A table of cells: the first column is text, the others are figures.
struct Grid: Sendable {
  let header: [String]
  let rows: [[String]]

  /// Columns padded to their widest cell, two spaces apart.
  var text: String { lines(between: "  ", edge: "").joined(separator: "\n") }

  /// The same as a table in Markdown.
  var markdown: String {
    var lines = lines(between: " | ", edge: "|")
    let rules = widths.enumerated().map { column, width in
      String(repeating: "-", count: max(3, width) - 1) + (column == 0 ? "-" : ":")
    }
    lines.insert("| \(rules.joined(separator: " | ")) |", at: 1)
    return lines.joined(separator: "\n")
  }

  private var widths: [Int] {
    header.indices.map { column in
      max(3, ([header] + rows).map { $0[column].unicodeScalars.count }.max() ?? 0)
    }
  }

  private func lines(between gap: String, edge: String) -> [String] {
    let widths = widths
    return ([header] + rows).map { row in
      let cells = row.enumerated().map { column, cell in
        column == 0 ? Column.left(cell, widths[column]) : Column.right(cell, widths[column])
      }
      let line = cells.joined(separator: gap)
      return edge.isEmpty ? line : "\(edge) \(line) \(edge)"
    }
  }
}
