extension Score {
  private static let rates = ["tokR", "tokP", "tokF", "charR", "labR", "labP", "labF"]

  /// The figures as a table: a line for each label and one for all, then the figures by characters and by documents.
  package func table() -> String {
    var lines = [header]
    lines += askedLabels.map { row($0, figures($0)) }
    lines.append(row(LabelCounts.all, overall))
    lines.append(characterLine)
    lines += unaskedLines
    lines.append(summaryLine)
    return lines.joined(separator: "\n")
  }

  private var header: String {
    Column.left("label", 18) + Column.right("spans", 7) + Column.right("spanR", 8)
      + Column.right("toks", 7)
      + Score.rates.map { Column.right($0, 8) }.joined() + Column.right("fpTok", 7)
  }

  private func row(_ label: String, _ figures: Figures) -> String {
    let rates = [
      figures.tokenRecall, figures.tokenPrecision, figures.tokenF, figures.characterRecall,
      figures.labelRecall, figures.labelPrecision, figures.labelF,
    ]
    return Column.left(label, 18) + Column.right("\(figures.spans)", 7)
      + Column.right(Decimal.four(figures.spanRecall), 8) + Column.right("\(figures.tokens)", 7)
      + rates.map { Column.right(Decimal.four($0), 8) }.joined()
      + Column.right("\(figures.falseTokens)", 7)
  }

  private var characterLine: String {
    let recall = overall.characterRecall
    let mean = Figures.harmonicMean(recall, characterPrecision)
    return
      "ALL characters (non-space for P): R \(Decimal.four(recall))  P \(Decimal.four(characterPrecision))  F \(Decimal.four(mean))"
  }

  /// Labels that were predicted and not asked for.
  private var unaskedLines: [String] {
    let asked = askedLabels
    return labels.names.filter { $0 != LabelCounts.all && !asked.contains($0) }.compactMap { name in
      let counts = labels[name]
      guard counts.predictedRight + counts.predictedFalse > 0 else { return nil }
      return
        "predicted label \(name): \(counts.predictedRight) tokens on gold, \(counts.predictedFalse) false"
    }
  }

  private var summaryLine: String {
    [
      "docs=\(documents)", "chars=\(characters)", "docs_with_gold=\(documentsWithGold)",
      "leaked_docs=\(leakedDocuments)", "document_leak_rate=\(Decimal.four(documentLeakRate))",
      "docs_with_fp=\(documentsWithFalse)", "fp_tokens=\(total.predictedFalse)",
      "fp_tokens_per_1000_chars=\(Decimal.four(falseTokensPer1000Characters))",
      "bad_gold_offsets=\(badGoldOffsets)",
    ].joined(separator: " ")
  }
}
