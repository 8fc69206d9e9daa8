import Testing

@testable import Evaluation

@Suite struct BenchReportTests {
  @Test func `figures that do not exist are left out`() throws {
    let score = Scorer.score(
      documents: [EvaluationDocument(name: "a.txt", text: "Ann Lee")],
      gold: [GoldSpan(file: "a.txt", start: 0, end: 7, hipaa: "NAME")], predicted: [])
    var report = BenchReport(
      [CorpusScore(name: "notes", score: score)], settings: ["scrubd": "1.2.3"])
    report.misses = Examples(.misses, of: [CorpusScore(name: "notes", score: score)]).items
      .map(BenchReport.Example.init)
    #expect(
      try report.json() == """
        {
          "corpora" : [
            {
              "characters" : 7,
              "documents" : 1,
              "documentsWithGold" : 1,
              "falseTokens" : 0,
              "falseTokensPer1000Characters" : 0,
              "isReadAsProse" : false,
              "leakRate" : 1,
              "leakedDocuments" : 1,
              "name" : "notes",
              "recall" : 0,
              "recallByLabel" : {
                "NAME" : 0
              }
            }
          ],
          "misses" : [
            {
              "context" : "[[Ann Lee]]",
              "corpus" : "notes",
              "file" : "a.txt",
              "label" : "NAME",
              "rules" : [

              ],
              "start" : 0
            }
          ],
          "settings" : {
            "scrubd" : "1.2.3"
          }
        }
        """)
  }
}
