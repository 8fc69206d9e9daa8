extension AccuracyGate {
  /// Reads a table of tab-separated columns: corpus, least recall, least precision, most leaking documents. Lines that
  /// begin with `#` and empty ones are passed over.
  ///
  /// - Throws: the first line that is no such row, or that names a corpus again.
  package static func parse(_ text: String) throws(GoldError) -> [AccuracyGate] {
    var gates: [AccuracyGate] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty && !line.hasPrefix("#") {
      guard let gate = AccuracyGate(row: line) else {
        throw GoldError(
          line: index + 1,
          problem: "not a corpus, two rates from 0 to 1 and a whole number, with tabs between")
      }
      guard !gates.contains(where: { $0.corpus == gate.corpus }) else {
        throw GoldError(line: index + 1, problem: "\(gate.corpus) has a row already")
      }
      gates.append(gate)
    }
    return gates
  }

  private init?(row: Substring) {
    let cells = row.split(separator: "\t", omittingEmptySubsequences: false)
    guard cells.count == 4, !cells[0].isEmpty,
      let recall = Double(cells[1]), (0...1).contains(recall),
      let precision = Double(cells[2]), (0...1).contains(precision),
      let leaking = Int(cells[3]), leaking >= 0
    else { return nil }
    self.init(
      corpus: String(cells[0]), leastRecall: recall, leastPrecision: precision,
      mostLeakingDocuments: leaking)
  }
}
