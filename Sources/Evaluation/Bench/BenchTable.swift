/// One line for each corpus: how much of what must go is found, what goes without need, and how many documents leak.
package struct BenchTable: Sendable {
  private let grid: Grid
  private let isAnyReadAsProse: Bool

  package init(_ corpora: [CorpusScore]) {
    let labels = BenchTable.labels(of: corpora)
    grid = Grid(
      header: BenchTable.columns + labels, rows: corpora.map { BenchTable.row($0, labels) })
    isAnyReadAsProse = corpora.contains(where: \.isReadAsProse)
  }

  /// Aligned columns, for a terminal.
  package var text: String { notes(under: grid.text) }

  /// A table in Markdown, for the record.
  package var markdown: String { notes(under: grid.markdown) }

  private static let columns = [
    "corpus", "docs", "recall", "precision", "leaks", "leak rate", "false/1000",
  ]

  /// The labels in the order of the columns; others stand behind these, sorted.
  private static let usualLabels = ["NAME", "DATE", "AGE", "ID", "CONTACT", "LOCATION", "ORG"]

  private static let proseMark = "*"

  private static func labels(of corpora: [CorpusScore]) -> [String] {
    let asked = Set(corpora.flatMap(\.score.askedLabels))
    return usualLabels.filter(asked.contains) + asked.subtracting(usualLabels).sorted()
  }

  private static func row(_ corpus: CorpusScore, _ labels: [String]) -> [String] {
    let score = corpus.score
    let overall = score.overall
    let rates = [overall.tokenRecall, overall.tokenPrecision].map(cell)
    let leaks = ["\(score.leakedDocuments)", cell(score.documentLeakRate ?? .nan)]
    let recalls = labels.map { cell(score.figures($0).tokenRecall) }
    return [corpus.name + (corpus.isReadAsProse ? proseMark : ""), "\(score.documents)"]
      + rates + leaks + [cell(score.falseTokensPer1000Characters ?? .nan)] + recalls
  }

  private static func cell(_ rate: Double) -> String { rate.isNaN ? "-" : Decimal.four(rate) }

  private func notes(under table: String) -> String {
    guard isAnyReadAsProse else { return table }
    return
      "\(table)\n\n\(BenchTable.proseMark) Messages of machines, measured as if they were prose. The daemon does not release such files."
  }
}
