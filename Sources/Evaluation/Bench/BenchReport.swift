import FoundationEssentials

/// The figures of some corpora as one JSON object.
package struct BenchReport: Sendable, Encodable {
  /// What was measured: version, profile, and what else decides.
  package var settings: [String: String]
  package var corpora: [Corpus]
  /// Nil unless asked for.
  package var misses: [Example]?
  package var falsePositives: [Example]?

  /// One corpus; rates that have nothing to count are nil. Recall and precision are by tokens and whatever the label.
  package struct Corpus: Sendable, Encodable {
    package let name: String
    package let isReadAsProse: Bool
    /// Characters are code points.
    package let documents, characters, documentsWithGold, leakedDocuments, falseTokens: Int
    package let recall, precision, leakRate, falseTokensPer1000Characters: Double?
    /// Token recall by coarse label.
    package let recallByLabel: [String: Double]
  }

  /// A miss or a false positive with the text around it.
  package struct Example: Sendable, Encodable {
    package let corpus, file, label, context: String
    /// In code points.
    package let start: Int
    package let rules: [String]
  }

  package init(_ corpora: [CorpusScore], settings: [String: String]) {
    self.settings = settings
    self.corpora = corpora.map(Corpus.init)
  }

  /// Keys sorted, so that two runs can be compared line by line.
  package func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }
}

extension BenchReport.Corpus {
  init(_ corpus: CorpusScore) {
    let score = corpus.score
    let overall = score.overall
    name = corpus.name
    isReadAsProse = corpus.isReadAsProse
    documents = score.documents
    characters = score.characters
    documentsWithGold = score.documentsWithGold
    leakedDocuments = score.leakedDocuments
    falseTokens = overall.falseTokens
    recall = overall.tokenRecall.isNaN ? nil : overall.tokenRecall
    precision = overall.tokenPrecision.isNaN ? nil : overall.tokenPrecision
    leakRate = score.documentLeakRate
    falseTokensPer1000Characters = score.falseTokensPer1000Characters
    let recalls = score.askedLabels.map { ($0, score.figures($0).tokenRecall) }
    recallByLabel = Dictionary(uniqueKeysWithValues: recalls.filter { !$0.1.isNaN })
  }
}

extension BenchReport.Example {
  package init(_ item: Examples.Item) {
    corpus = item.corpus
    file = item.passage.file
    start = item.passage.start
    label = item.passage.label
    rules = item.passage.rules
    context = item.passage.context
  }
}
