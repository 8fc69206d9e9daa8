import Testing

@testable import Evaluation

@Suite struct ScorerTests {
  private static func score(_ options: ScoringOptions) -> Score {
    Scorer.score(
      documents: ScoringFixture.documents.reversed(), gold: ScoringFixture.gold,
      predicted: ScoringFixture.predicted, options: options)
  }

  private static let everything = """
    label               spans   spanR   toks    tokR    tokP    tokF   charR    labR    labP    labF  fpTok
    AGE                     1  1.0000      1  1.0000     nan     nan  1.0000  0.0000     nan     nan      0
    CONTACT                 1  0.0000      2  0.5000     nan     nan  0.3750  0.0000     nan     nan      0
    DATE                    1  0.0000      3  0.6667  1.0000  0.8000  0.8000  0.6667  1.0000  0.8000      0
    ID                      1  1.0000      1  1.0000  1.0000  1.0000  1.0000  1.0000  0.5000  0.6667      0
    LOCATION                1  0.0000      1  0.0000  0.5000  0.0000  0.5000  0.0000  0.5000  0.0000      1
    LOCATION_STATE          1  1.0000      1  1.0000     nan     nan  1.0000  0.0000     nan     nan      0
    NAME                    3  0.6667      7  0.8571  0.7273  0.7869  0.6786  0.8571  0.5455  0.6667      3
    OTHER                   1  0.0000      1  0.0000     nan     nan  0.3333  0.0000     nan     nan      0
    ALL                    10  0.5000     17  0.7059  0.6842  0.6949  0.7042  0.5294  0.5556  0.5422      6
    ALL characters (non-space for P): R 0.7042  P 0.6076  F 0.6524
    predicted label WEIRD: 0 tokens on gold, 1 false
    predicted label NONE: 0 tokens on gold, 1 false
    docs=4 chars=150 docs_with_gold=2 leaked_docs=1 document_leak_rate=0.5000 docs_with_fp=3 fp_tokens=6 fp_tokens_per_1000_chars=40.0000 bad_gold_offsets=1
    """

  private static let requiredOnly = """
    label               spans   spanR   toks    tokR    tokP    tokF   charR    labR    labP    labF  fpTok
    AGE                     1  1.0000      1  1.0000     nan     nan  1.0000  0.0000     nan     nan      0
    CONTACT                 1  0.0000      2  0.5000     nan     nan  0.3750  0.0000     nan     nan      0
    DATE                    1  0.0000      3  0.6667  1.0000  0.8000  0.8000  0.6667  1.0000  0.8000      0
    ID                      1  1.0000      1  1.0000  1.0000  1.0000  1.0000  1.0000  0.5000  0.6667      0
    LOCATION                1  0.0000      1  0.0000  0.5000  0.0000  0.5000  0.0000  0.5000  0.0000      1
    NAME                    3  0.6667      7  0.8571  0.7000  0.7706  0.6786  0.8571  0.6000  0.7059      3
    ALL                     8  0.5000     15  0.7333  0.6667  0.6984  0.6780  0.6000  0.5882  0.5941      6
    ALL characters (non-space for P): R 0.6780  P 0.5507  F 0.6078
    predicted label WEIRD: 0 tokens on gold, 1 false
    predicted label NONE: 0 tokens on gold, 1 false
    docs=4 chars=150 docs_with_gold=2 leaked_docs=1 document_leak_rate=0.5000 docs_with_fp=3 fp_tokens=6 fp_tokens_per_1000_chars=40.0000 bad_gold_offsets=1
    """

  private static let requiredWithoutNamesAndDates = """
    label               spans   spanR   toks    tokR    tokP    tokF   charR    labR    labP    labF  fpTok
    AGE                     1  1.0000      1  1.0000     nan     nan  1.0000  0.0000     nan     nan      0
    CONTACT                 1  0.0000      2  0.5000     nan     nan  0.3750  0.0000     nan     nan      0
    ID                      1  1.0000      1  1.0000  1.0000  1.0000  1.0000  1.0000  0.5000  0.6667      0
    LOCATION                1  0.0000      1  0.0000  0.5000  0.0000  0.5000  0.0000  0.5000  0.0000      1
    ALL                     4  0.5000      5  0.6000  0.4000  0.4800  0.6190  0.2000  0.2222  0.2105      6
    ALL characters (non-space for P): R 0.6190  P 0.2955  F 0.4000
    predicted label NAME: 1 tokens on gold, 3 false
    predicted label WEIRD: 0 tokens on gold, 1 false
    predicted label NONE: 0 tokens on gold, 1 false
    docs=4 chars=150 docs_with_gold=2 leaked_docs=1 document_leak_rate=0.5000 docs_with_fp=3 fp_tokens=6 fp_tokens_per_1000_chars=40.0000 bad_gold_offsets=1
    """

  @Test(arguments: [
    (ScoringOptions(), everything),
    (ScoringOptions(requiredOnly: true), requiredOnly),
    (
      ScoringOptions(requiredOnly: true, ignored: ["NAME", "DATE"]), requiredWithoutNamesAndDates
    ),
  ])
  func `the table is the one of the reference implementation`(
    _ options: ScoringOptions, _ expected: String
  ) {
    #expect(ScorerTests.score(options).table() == expected)
  }

  @Test func `misses and false positives are those of the reference implementation`() {
    let score = ScorerTests.score(ScoringOptions())
    #expect(
      score.missed.map(ScorerTests.line).prefix(3) == [
        "a.txt:26 DATE/D: Ms. Ann O'Brien, 93, seen [[3 May 2021]] in Duluth.⏎Éva Ñuñez called 555-0199.",
        "a.txt:40 LOCATION/CITY: Ms. Ann O'Brien, 93, seen 3 May 2021 in [[Duluth]].⏎Éva Ñuñez called 555-0199.",
        "a.txt:48 NAME/KIN: O'Brien, 93, seen 3 May 2021 in Duluth.⏎[[Éva Ñuñez]] called 555-0199.",
      ])
    #expect(score.missed.count == 5)
    #expect(
      score.falseAlarms.map(ScorerTests.line).first
        == "a.txt:58 WEIRD: 3, seen 3 May 2021 in Duluth.⏎Éva Ñuñez [[called ]]555-0199.")
    #expect(score.falseAlarms.count == 3)
  }

  private static func line(_ passage: Passage) -> String {
    "\(passage.file):\(passage.start) \(passage.label): \(passage.context)"
  }

  @Test func `a miss names the rules that found a part, and how many tokens are left`() throws {
    let score = Scorer.score(
      documents: [EvaluationDocument(name: "a.txt", text: "Ann B. Lee")],
      gold: [GoldSpan(file: "a.txt", start: 0, end: 10, hipaa: "NAME")],
      predicted: [
        PredictedSpan(file: "a.txt", start: 0, end: 3, rule: "names/one"),
        PredictedSpan(file: "a.txt", start: 7, end: 8, rule: "names/two"),
        PredictedSpan(file: "a.txt", start: 8, end: 9, rule: "names/two"),
      ])
    let miss = try #require(score.missed.first)
    #expect(miss.rules == ["names/one", "names/two"])
    #expect(miss.tokens == 2)
  }

  @Test func `a prediction that reaches beyond the mark is told apart from a false one`() throws {
    let score = Scorer.score(
      documents: [EvaluationDocument(name: "a.txt", text: "seen Ann Lee today")],
      gold: [GoldSpan(file: "a.txt", start: 5, end: 12, hipaa: "NAME")],
      predicted: [PredictedSpan(file: "a.txt", start: 0, end: 18, hipaa: "NAME", rule: "x/y")])
    let overlong = try #require(score.overlong.first)
    #expect(overlong.tokens == 2)
    #expect(overlong.rules == ["x/y"])
    #expect(score.falseAlarms.isEmpty)
    #expect(score.total.predictedFalse == 2)
  }

  @Test func `a corpus without anything in it has no figures`() {
    let score = Scorer.score(documents: [], gold: [], predicted: [])
    #expect(score.documentLeakRate == nil)
    #expect(
      score.table().hasSuffix(
        "docs=0 chars=0 docs_with_gold=0 leaked_docs=0 document_leak_rate=None docs_with_fp=0 fp_tokens=0 fp_tokens_per_1000_chars=None bad_gold_offsets=0"
      ))
    #expect(score.overall.tokenRecall.isNaN)
  }

  @Test func `spans of files that are no documents are told`() {
    let score = Scorer.score(
      documents: [EvaluationDocument(name: "a.txt", text: "x")],
      gold: [GoldSpan(file: "lost.txt", start: 0, end: 1, hipaa: "NAME")],
      predicted: [PredictedSpan(file: "gone.txt", start: 0, end: 1)])
    #expect(score.unknownFiles == ["gone.txt", "lost.txt"])
    #expect(score.total.tokens == 0)
  }

  @Test func `a span beyond the end of its document is a miss and no crash`() {
    let score = Scorer.score(
      documents: [EvaluationDocument(name: "a.txt", text: "Ann")],
      gold: [GoldSpan(file: "a.txt", start: 0, end: 9, hipaa: "NAME", text: "Ann Smith")],
      predicted: [PredictedSpan(file: "a.txt", start: 7, end: 9)])
    #expect(score.badGoldOffsets == 1)
    #expect(score.leakedDocuments == 1)
  }

  @Test func `one uncovered character of a token is a leak`() {
    func leaks(_ end: Int) -> Int {
      Scorer.score(
        documents: [EvaluationDocument(name: "a.txt", text: "Ann Lee")],
        gold: [GoldSpan(file: "a.txt", start: 0, end: 7, hipaa: "NAME")],
        predicted: [PredictedSpan(file: "a.txt", start: 0, end: end)]
      ).leakedDocuments
    }
    #expect(leaks(6) == 1)
    #expect(leaks(7) == 0)
  }
}
