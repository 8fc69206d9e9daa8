import Testing

@testable import Evaluation

@Suite struct AccuracyGateTests {
  @Test func `a row is a corpus and its figures`() throws {
    let rows = try AccuracyGate.parse("# corpus\n\nnotes\t0.95\t0.8\t12\nothers\t1\t0\t0\n")
    #expect(
      rows == [
        AccuracyGate(
          corpus: "notes", leastRecall: 0.95, leastPrecision: 0.8, mostLeakingDocuments: 12),
        AccuracyGate(corpus: "others", leastRecall: 1, leastPrecision: 0, mostLeakingDocuments: 0),
      ])
  }

  @Test(arguments: [
    "notes\t0.9\t0.8", "notes\t0.9\t0.8\t1\t2", "notes 0.9 0.8 1", "notes\t95\t80\t1",
    "notes\t0.9\tnan\t1", "notes\t0.9\t0.8\t-1", "\t0.9\t0.8\t1", "notes\t0.9\t0.8\t1.5",
  ])
  func `a row that is none is named by its number`(_ row: String) {
    let error = #expect(throws: GoldError.self) { try AccuracyGate.parse("# figures\n\(row)\n") }
    #expect(error?.line == 2)
  }

  @Test func `a corpus has one row`() {
    let error = #expect(throws: GoldError.self) {
      try AccuracyGate.parse("notes\t0.9\t0.8\t1\nnotes\t0.1\t0.1\t9")
    }
    #expect(error?.line == 2)
  }

  /// Recall 0.7333, precision 0.6667, one leaking document.
  private static let score = Scorer.score(
    documents: ScoringFixture.documents, gold: ScoringFixture.gold,
    predicted: ScoringFixture.predicted, options: ScoringOptions(requiredOnly: true))

  @Test(arguments: [
    (0.73, 0.66, 1, []),
    (0.74, 0.66, 1, ["recall is 0.7333, below 0.7400"]),
    (0.73, 0.67, 1, ["precision is 0.6667, below 0.6700"]),
    (0.73, 0.66, 0, ["1 documents leak, more than 0"]),
    (
      1.0, 1.0, 0,
      [
        "recall is 0.7333, below 1.0000", "precision is 0.6667, below 1.0000",
        "1 documents leak, more than 0",
      ]
    ),
  ])
  func `what fell short is told`(
    _ recall: Double, _ precision: Double, _ leaking: Int, _ shortfalls: [String]
  ) {
    let gate = AccuracyGate(
      corpus: "notes", leastRecall: recall, leastPrecision: precision,
      mostLeakingDocuments: leaking)
    #expect(gate.shortfalls(of: AccuracyGateTests.score) == shortfalls)
  }

  @Test func `a corpus that lost its annotations does not pass`() {
    let gate = AccuracyGate(
      corpus: "notes", leastRecall: 0, leastPrecision: 0, mostLeakingDocuments: 0)
    let score = Scorer.score(documents: [], gold: [], predicted: [])
    #expect(gate.shortfalls(of: score).count == 2)
  }
}
