import Testing
import TrainingText

@Suite struct MarkupTests {
  private func documents(_ text: String) throws(TrainingTextError) -> [TrainingDocument] {
    try MarkupReader.documents(in: Array(text.utf8), file: "w.txt")
  }

  @Test func `spans are byte ranges of the text without marks`() throws {
    let read = try documents("===== a-1 note\nDear [[NAME:Zoë]],\n\nof [[LOCATION:Ghent]].\n")
    let document = try #require(read.first)
    #expect(document.id == "a-1")
    #expect(document.kind == "note")
    #expect(String(decoding: document.text, as: UTF8.self) == "Dear Zoë,\n\nof Ghent.")
    #expect(document.spans.map(document.string) == ["Zoë", "Ghent"])
    #expect(document.spans.map(\.label) == [.name, .location])
    #expect(document.spans.first?.range == 5..<9)
  }

  @Test func `writing and reading again gives the same documents`() throws {
    let text =
      "===== a-1 note\n[[NAME:Ana]] met [[[ORG:Bell]]]\n\n\n===== a-2 post\n\n===== a-3 table\n\r\n| [[ID:4]] |\r"
    let read = try documents(text)
    #expect(read.count == 3)
    let written = MarkupWriter.markup(of: read)
    #expect(try MarkupReader.documents(in: written, file: "out.txt") == read)
  }

  @Test(arguments: [
    ("hello\n", 1, TrainingTextError.Problem.textBeforeFirstHeader),
    ("===== a\n", 1, .badHeader),
    ("===== a note\nx\n===== a note\ny\n", 3, .duplicateID),
    ("===== a note\nx\n[[NOUN:y]]\n", 3, .unknownLabel),
    ("===== a note\n[[NAME:y\n", 2, .spanNotClosed),
    ("===== a note\n[[NAME:a [[ID:4]]]]\n", 2, .spanNested),
    ("===== a note\n\n\n[[NAME: y]]\n", 4, .spanEmptyOrPadded),
    ("===== a note\n[[NAME:]]\n", 2, .spanEmptyOrPadded),
    ("===== a note\n[[NAME:y]] z]]\n", 2, .strayBracket),
  ])
  func `a fault is refused with its line`(
    text: String, line: Int, problem: TrainingTextError.Problem
  ) {
    #expect(throws: TrainingTextError(file: "w.txt", line: line, problem)) {
      _ = try documents(text)
    }
  }

  @Test func `an error never repeats the text`() {
    do throws(TrainingTextError) {
      _ = try documents("===== a note\n[[NAME:Quillfeather\n")
      Issue.record("no error")
    } catch {
      #expect(error.description.hasPrefix("w.txt:2: "))
      #expect(!error.description.contains("Quillfeather"))
    }
  }
}
