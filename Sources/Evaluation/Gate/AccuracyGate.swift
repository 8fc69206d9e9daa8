/// The figures a corpus must not fall below.
package struct AccuracyGate: Sendable, Hashable {
  package let corpus: String
  /// Token recall and precision whatever the label, over what is required; 0 to 1.
  package let leastRecall: Double
  package let leastPrecision: Double
  /// Documents in which at least one token is left.
  package let mostLeakingDocuments: Int

  package init(
    corpus: String, leastRecall: Double, leastPrecision: Double, mostLeakingDocuments: Int
  ) {
    self.corpus = corpus
    self.leastRecall = leastRecall
    self.leastPrecision = leastPrecision
    self.mostLeakingDocuments = mostLeakingDocuments
  }

  /// What is worse than it may be, in words; nothing when all is well. A rate without anything to count is a shortfall.
  package func shortfalls(of score: Score) -> [String] {
    let overall = score.overall
    var shortfalls: [String] = []
    if !(overall.tokenRecall >= leastRecall) {
      shortfalls.append(
        "recall is \(Decimal.four(overall.tokenRecall)), below \(Decimal.four(leastRecall))")
    }
    if !(overall.tokenPrecision >= leastPrecision) {
      shortfalls.append(
        "precision is \(Decimal.four(overall.tokenPrecision)), below \(Decimal.four(leastPrecision))"
      )
    }
    if score.leakedDocuments > mostLeakingDocuments {
      shortfalls.append(
        "\(score.leakedDocuments) documents leak, more than \(mostLeakingDocuments)")
    }
    return shortfalls
  }
}
