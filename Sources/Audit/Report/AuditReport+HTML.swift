extension AuditReport {
  /// The report as one HTML file with its plots: no script, nothing from elsewhere.
  package var html: String {
    let body = sections.map(AuditReport.table).joined(separator: "\n")
    let facts = (["Period: \(period)", "Made: \(made.text)"] + integrity)
      .map { "<li>\(AuditReport.escaped($0))</li>" }.joined(separator: "\n")
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>scrubd audit report</title>
      <style>\(AuditReport.style)</style>
      </head>
      <body>
      <h1>scrubd audit report</h1>
      <ul class="\(verification.isIntact ? "intact" : "broken")">
      \(facts)
      </ul>
      <h2>Outcomes over time</h2>
      \(OutcomePlot(tally.days).svg)
      \(body)
      </body>
      </html>

      """
  }

  private static let style = """
    body{font:15px/1.45 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b}
    h1{font-size:1.5rem}h2{font-size:1.1rem;margin:2rem 0 .3rem}p{margin:.2rem 0;color:#555}
    ul{list-style:none;padding:.7rem 1rem;border-left:4px solid #2a6f4e;background:#f2f7f4;overflow-wrap:anywhere}
    ul.broken{border-color:#a3242b;background:#fbf0f0;font-weight:600}
    table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.15rem .6rem .15rem 0;border-bottom:1px solid #e4e4e4}
    td.n,th.n{text-align:right;font-variant-numeric:tabular-nums;width:6rem}td.bar{width:40%}
    .zero{color:#8a8a8a}svg{display:block}svg text{font:11px system-ui,sans-serif;fill:#444}
    @media print{body{margin:0;max-width:none}h2{break-after:avoid}tr{break-inside:avoid}}
    """

  private static func table(_ section: Section) -> String {
    let note = section.note.isEmpty ? "" : "<p>\(escaped(section.note))</p>"
    guard !section.rows.isEmpty else {
      return "<h2>\(escaped(section.title))</h2>\n\(note)<p>none</p>"
    }
    let most = section.rows.compactMap { Int($0.last ?? "") }.max() ?? 0
    let head = section.columns.enumerated().map { index, title in
      "<th\(index == section.columns.count - 1 ? " class=\"n\"" : "")>\(escaped(title))</th>"
    }
    let rows = section.rows.map { row(of: $0, most: section.hasBars ? most : 0) }
    return """
      <h2>\(escaped(section.title))</h2>
      \(note)<table>
      <tr>\(head.joined())\(section.hasBars ? "<th></th>" : "")</tr>
      \(rows.joined(separator: "\n"))
      </table>
      """
  }

  /// - Parameter most: the longest bar; 0 for no bars.
  private static func row(of cells: [String], most: Int) -> String {
    let count = Int(cells.last ?? "") ?? 0
    var html = cells.enumerated().map { index, cell in
      "<td\(index == cells.count - 1 ? " class=\"n\"" : "")>\(escaped(cell))</td>"
    }
    if most > 0 { html.append("<td class=\"bar\">\(bar(count, of: most))</td>") }
    return "<tr\(count == 0 ? " class=\"zero\"" : "")>\(html.joined())</tr>"
  }

  private static func bar(_ count: Int, of most: Int) -> String {
    // At least a hair for what is not zero.
    let width = count == 0 ? 0 : max(1, count * 300 / most)
    return """
      <svg width="300" height="12" role="img" aria-label="\(count)"><rect width="\(width)" height="12" fill="#2f6f9f"/></svg>
      """
  }

  static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
  }
}
