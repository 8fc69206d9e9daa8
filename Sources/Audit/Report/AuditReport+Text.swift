extension AuditReport {
  /// The report as plain text.
  package var text: String {
    var lines = ["scrubd audit report", "Period: \(period)", "Made: \(made.text)"]
    lines += integrity
    for section in sections {
      lines += ["", section.title, String(repeating: "-", count: section.title.count)]
      if !section.note.isEmpty { lines.append(section.note) }
      lines += section.rows.isEmpty ? ["none"] : AuditReport.aligned(section.rows)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Columns of one width each, the last one to the right.
  private static func aligned(_ rows: [[String]]) -> [String] {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      row.indices.map { column in
        let gap = String(repeating: " ", count: widths[column] - row[column].count)
        return column == row.count - 1 ? gap + row[column] : row[column] + gap
      }
      .joined(separator: "  ")
    }
  }
}
