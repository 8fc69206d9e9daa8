import Documents

/// Outcomes over time as stacked bars: by day, or by month when there are more days than fit.
struct OutcomePlot {
  private let bars: [(label: String, counts: [Int])]

  private static let mostDays = 92
  private static let width = 900
  private static let height = 180
  /// Below the bars, for the labels.
  private static let foot = 34
  /// Colours that stay apart for most readers with a colour deficiency, and in print (Okabe and Ito).
  private static let colours = ["#0072b2", "#e69f00", "#b0413e"]

  /// - Parameter days: by `2026-01-31`.
  init(_ days: [String: AuditTally.Count<Outcome>]) {
    let length = days.count > OutcomePlot.mostDays ? 7 : 10
    var grouped: [String: [Int]] = [:]
    for (day, counts) in days {
      let sums = grouped[String(day.prefix(length))] ?? Outcome.allCases.map { _ in 0 }
      grouped[String(day.prefix(length))] = zip(sums, Outcome.allCases).map { $0 + counts[$1] }
    }
    bars = grouped.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  var svg: String {
    guard !bars.isEmpty else { return "<p>none</p>" }
    let most = max(1, bars.map { $0.counts.reduce(0, +) }.max() ?? 1)
    let step = OutcomePlot.width / bars.count
    let drawn = bars.enumerated().map { drawing(of: $1, at: $0 * step, step, most) }
    return """
      <svg viewBox="0 0 \(OutcomePlot.width) \(OutcomePlot.height + OutcomePlot.foot)" role="img" aria-label="outcomes">
      <text x="0" y="10">\(most)</text>
      \(drawn.joined(separator: "\n"))
      \(legend)
      </svg>
      """
  }

  private func drawing(
    of bar: (label: String, counts: [Int]), at x: Int, _ step: Int, _ most: Int
  ) -> String {
    var top = OutcomePlot.height
    var parts: [String] = []
    let width = max(1, min(40, step - 1))
    for (count, colour) in zip(bar.counts, OutcomePlot.colours) where count > 0 {
      let height = max(1, count * (OutcomePlot.height - 14) / most)
      top -= height
      parts.append(
        "<rect x=\"\(x)\" y=\"\(top)\" width=\"\(width)\" height=\"\(height)\" fill=\"\(colour)\">"
          + "<title>\(bar.label): \(count)</title></rect>")
    }
    let every = max(1, 80 / max(1, step))
    if (x / max(1, step)).isMultiple(of: every) {
      parts.append("<text x=\"\(x)\" y=\"\(OutcomePlot.height + 13)\">\(bar.label)</text>")
    }
    return parts.joined()
  }

  private var legend: String {
    Outcome.allCases.enumerated().map { index, outcome in
      let x = index * 120
      let y = OutcomePlot.height + OutcomePlot.foot - 11
      return
        "<rect x=\"\(x)\" y=\"\(y)\" width=\"10\" height=\"10\" fill=\"\(OutcomePlot.colours[index])\"/>"
        + "<text x=\"\(x + 14)\" y=\"\(y + 9)\">\(outcome.rawValue)</text>"
    }
    .joined()
  }
}
