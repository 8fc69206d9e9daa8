import Testing

@testable import Evaluation

@Suite struct ExamplesTests {
  private static let text = "Ann Lee of Duluth, MRN 4419, saw Bo today"

  /// Two misses, one of them found in part, a prediction that is false and one that is too long.
  private static let score = Scorer.score(
    documents: [EvaluationDocument(name: "a.txt", text: text)],
    gold: [
      GoldSpan(file: "a.txt", start: 0, end: 7, label: "PATIENT", hipaa: "NAME"),
      GoldSpan(file: "a.txt", start: 11, end: 17, label: "LOCATION", hipaa: "LOCATION"),
      GoldSpan(file: "a.txt", start: 23, end: 27, label: "MRN", hipaa: "ID"),
    ],
    predicted: [
      PredictedSpan(file: "a.txt", start: 0, end: 3, hipaa: "NAME", rule: "names/given"),
      PredictedSpan(file: "a.txt", start: 19, end: 27, hipaa: "ID", rule: "ids/record"),
      PredictedSpan(file: "a.txt", start: 36, end: 41, hipaa: "DATE", rule: "tagger/context"),
    ])

  private static func examples(
    _ kind: Examples.Kind, _ filter: ExampleFilter = ExampleFilter()
  ) -> Examples {
    Examples(kind, of: [CorpusScore(name: "notes", score: score)], filter)
  }

  @Test func `misses are counted before they are shown`() {
    #expect(
      ExamplesTests.examples(.misses).text(5) == """
        --- misses: 2 spans, 2 tokens
        by label      spans  tokens
        LOCATION          1       1
        NAME/PATIENT      1       1
        by rule that found a part  spans  tokens
        (none)                         1       1
        names/given                    1       1
        --- 2 of 2, evenly spread
        notes a.txt:0 NAME/PATIENT names/given: [[Ann Lee]] of Duluth, MRN 4419, saw Bo today
        notes a.txt:11 LOCATION: Ann Lee of [[Duluth]], MRN 4419, saw Bo today
        """)
  }

  @Test func `false positives include what reaches beyond a mark`() {
    #expect(
      ExamplesTests.examples(.falsePositives).text(1) == """
        --- false positives: 2 spans, 2 tokens
        by label  spans  tokens
        DATE          1       1
        ID            1       1
        by rule         spans  tokens
        ids/record          1       1
        tagger/context      1       1
        --- 1 of 2, evenly spread
        notes a.txt:36 DATE tagger/context: Ann Lee of Duluth, MRN 4419, saw Bo [[today]]
        """)
  }

  @Test(arguments: [
    (ExampleFilter(label: "NAME"), [0]), (ExampleFilter(label: "PATIENT"), [0]),
    (ExampleFilter(label: "NAME/PATIENT"), [0]), (ExampleFilter(label: "LOCATION"), [11]),
    (ExampleFilter(rule: "names/given"), [0]), (ExampleFilter(rule: "names"), [0]),
    (ExampleFilter(rule: "name"), []), (ExampleFilter(label: "LOCATION", rule: "names"), []),
  ])
  func `a label, a rule or a pack picks out its examples`(
    _ filter: ExampleFilter, _ starts: [Int]
  ) {
    #expect(ExamplesTests.examples(.misses, filter).items.map(\.passage.start) == starts)
  }

  @Test func `nothing to show is said in one line`() {
    #expect(
      ExamplesTests.examples(.misses, ExampleFilter(label: "ORG")).text(9)
        == "--- misses: 0 spans, 0 tokens")
  }

  @Test(arguments: [(1, ["0"]), (2, ["0", "5"]), (3, ["0", "3", "6"]), (99, nil)])
  func `a sample is spread over all`(_ count: Int, _ labels: [String]?) {
    let all = (0..<10).map(String.init)
    let score = Scorer.score(
      documents: [EvaluationDocument(name: "a.txt", text: "a b c d e f g h i j")],
      gold: all.enumerated().map {
        GoldSpan(file: "a.txt", start: 2 * $0, end: 2 * $0 + 1, hipaa: $1)
      }, predicted: [])
    let sample = Examples(.misses, of: [CorpusScore(name: "x", score: score)]).sample(count)
    #expect(sample.map(\.passage.hipaa) == labels ?? all)
  }
}
