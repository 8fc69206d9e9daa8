import Testing

@testable import Evaluation

@Suite struct BenchTableTests {
  private static let scored = Scorer.score(
    documents: ScoringFixture.documents, gold: ScoringFixture.gold,
    predicted: ScoringFixture.predicted, options: ScoringOptions(requiredOnly: true))
  private static let empty = Scorer.score(
    documents: [EvaluationDocument(name: "a.txt", text: "Hodgkin")], gold: [], predicted: [])

  private static let corpora = [
    CorpusScore(name: "notes", score: scored),
    CorpusScore(name: "messages", isReadAsProse: true, score: empty),
  ]

  /// The figures are those the reference implementation prints for the same spans.
  @Test func `each corpus has a line`() {
    #expect(
      BenchTable(BenchTableTests.corpora).text == """
        corpus     docs  recall  precision  leaks  leak rate  false/1000    NAME    DATE     AGE      ID  CONTACT  LOCATION
        notes         4  0.7333     0.6667      1     0.5000     40.0000  0.8571  0.6667  1.0000  1.0000   0.5000    0.0000
        messages*     1       -          -      0          -      0.0000       -       -       -       -        -         -

        * Messages of machines, measured as if they were prose. The daemon does not release such files.
        """)
  }

  @Test func `the table can be pasted into Markdown`() {
    let lines = BenchTable([BenchTableTests.corpora[0]]).markdown.split(separator: "\n")
    #expect(
      lines == [
        "| corpus | docs | recall | precision | leaks | leak rate | false/1000 |   NAME |   DATE |    AGE |     ID | CONTACT | LOCATION |",
        "| ------ | ---: | -----: | --------: | ----: | --------: | ---------: | -----: | -----: | -----: | -----: | ------: | -------: |",
        "| notes  |    4 | 0.7333 |    0.6667 |     1 |    0.5000 |    40.0000 | 0.8571 | 0.6667 | 1.0000 | 1.0000 |  0.5000 |   0.0000 |",
      ])
  }

  @Test func `labels nobody expected stand behind the usual ones`() {
    let score = Scorer.score(
      documents: [EvaluationDocument(name: "a.txt", text: "a b c")],
      gold: ["ZOO", "ORG", "ARK"].enumerated().map {
        GoldSpan(file: "a.txt", start: 2 * $0, end: 2 * $0 + 1, hipaa: $1)
      }, predicted: [])
    let header = BenchTable([CorpusScore(name: "x", score: score)]).text.split(separator: "\n")[0]
    #expect(header.hasSuffix("ORG     ARK     ZOO"))
  }
}
