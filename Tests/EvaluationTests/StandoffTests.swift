import Testing

@testable import Evaluation

@Suite struct StandoffTests {
  private static let text = "\u{1f600} Ann M.\nLee, 44, of Duluth"

  @Test func `text-bound annotations are spans, and the others are passed over`() throws {
    let lines = """
      T1\tPatient 2 5;9 12\tAnn Lee
      T2\tAge 14 16\t44
      R1\tLives Arg1:T1 Arg2:T3
      #1\tAnnotatorNotes T1\tsure
      T3\tCity 21 27\tDuluth
      """
    let corpus = try Standoff.read(lines, text: StandoffTests.text, name: "n.txt")
    #expect(
      corpus.spans == [
        GoldSpan(file: "n.txt", start: 2, end: 5, label: "Patient", hipaa: "NAME", text: "Ann"),
        GoldSpan(file: "n.txt", start: 9, end: 12, label: "Patient", hipaa: "NAME", text: "Lee"),
        GoldSpan(
          file: "n.txt", start: 14, end: 16, label: "Age", hipaa: "AGE", required: false,
          text: "44"),
        GoldSpan(
          file: "n.txt", start: 21, end: 27, label: "City", hipaa: "LOCATION", text: "Duluth"),
      ])
  }

  @Test func `a text that does not stand at its offsets is a bad offset`() throws {
    let corpus = try Standoff.read("T1\tCity 0 6\tDuluth", text: StandoffTests.text, name: "n.txt")
    #expect(
      Scorer.score(documents: corpus.documents, gold: corpus.spans, predicted: []).badGoldOffsets
        == 1)
  }

  @Test(arguments: [
    ("T1\tCity 0 6\tDuluth\nDuluth", 2), ("T1 City 0 6", 1), ("T1\tCity\tDuluth", 1),
    ("T1\tCity 6\tDuluth", 1), ("T1\tCity 6 2\tDuluth", 1), ("T1\tCity 0 2;x 4\tDuluth", 1),
    ("T1\tCity \tDuluth", 1),
  ])
  func `a line that is no annotation is named by its number`(_ lines: String, _ number: Int) {
    let error = #expect(throws: GoldError.self) {
      try Standoff.read(lines, text: StandoffTests.text, name: "n.txt")
    }
    #expect(error?.line == number)
  }
}
