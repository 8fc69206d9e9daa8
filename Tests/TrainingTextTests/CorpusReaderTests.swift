import Testing
import TrainingText

@Suite struct CorpusReaderTests {
  private func read(
    _ gold: String, _ texts: [(String, String)]
  ) throws(TrainingTextError) -> [TrainingDocument] {
    try CorpusReader.documents(
      gold: Array(gold.utf8), goldFile: "gold.jsonl",
      texts: texts.map { (name: $0.0, bytes: Array($0.1.utf8)) })
  }

  private func line(
    _ start: Int, _ end: Int, _ hipaa: String, _ text: String, required: Bool = true,
    file: String = "a.txt"
  ) -> String {
    #"{"file": "\#(file)", "start": \#(start), "end": \#(end), "label": "X", "hipaa": "\#(hipaa)", "text": "\#(text)", "required": \#(required)}"#
  }

  @Test func `code points become bytes`() throws {
    let documents = try read(line(6, 10, "NAME", "Łucj"), [("a.txt", "é ✓ – Łucja")])
    let document = try #require(documents.first)
    #expect(document.spans.map(document.string) == ["Łucj"])
    #expect(document.id == "a.txt")
  }

  @Test(arguments: [
    ("NAME", true, TrainingLabel.name), ("DATE", true, .date), ("DATE", false, .year),
    ("AGE", true, .age), ("AGE", false, nil), ("ID", true, .id), ("CONTACT", true, .contact),
    ("LOCATION", true, .location), ("LOCATION_STATE", false, .state),
    ("LOCATION_COUNTRY", false, .country), ("ORG", true, .organization),
    ("PROFESSION", false, .profession), ("OTHER", false, .revealing),
  ])
  func `a label is what the corpus means by it`(
    hipaa: String, required: Bool, label: TrainingLabel?
  ) throws {
    let documents = try read(line(0, 2, hipaa, "Bo", required: required), [("a.txt", "Bo sat.")])
    #expect(documents.first?.spans.first?.label == label)
  }

  @Test func `documents keep their order, with and without spans`() throws {
    let documents = try read(
      line(0, 2, "NAME", "Bo", file: "b.txt"), [("c.txt", "none"), ("b.txt", "Bo")])
    #expect(documents.map(\.id) == ["c.txt", "b.txt"])
    #expect(documents.map(\.spans.count) == [0, 1])
  }

  @Test func `what gold gets wrong is refused with its line`() {
    let good = line(0, 2, "NAME", "Bo")
    let cases: [(String, TrainingTextError.Problem)] = [
      (line(0, 2, "NAME", "Ba"), .spanTextDiffers),
      (line(4, 99, "NAME", "Bo"), .spanOutsideText),
      (line(4, 4, "NAME", ""), .spanOutsideText),
      (line(1, 4, "NAME", "o s"), .spansOverlap),
      (line(0, 2, "NOUN", "Bo"), .unknownLabel),
      (line(0, 2, "NAME", "Bo", file: "z.txt"), .unknownDocument),
      ("{", .badJSON),
    ]
    for (second, problem) in cases {
      #expect(throws: TrainingTextError(file: "gold.jsonl", line: 2, problem)) {
        _ = try read(good + "\n" + second, [("a.txt", "Bo sat.")])
      }
    }
  }
}
