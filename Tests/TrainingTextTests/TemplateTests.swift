import Testing

@testable import TrainingText

@Suite struct TemplateTests {
  /// Fills a frame with lists of its own.
  private func filled(_ frame: String, lists: String = "", seed: UInt64 = 1) throws -> String {
    var vocabulary = try Shipped.vocabulary.get()
    vocabulary.lists = try TemplateLists([file(lists)])
    let template = try TemplateParser.template(Array(frame.utf8)[...], file: "f.txt", line: 1)
    try vocabulary.lists.check(template, file: "f.txt", line: 1)
    var filler = TemplateFiller(vocabulary)
    var builder = DocumentBuilder()
    var random = SeededRandom(seed: seed)
    filler.fill(template, into: &builder, &random)
    return String(decoding: builder.text, as: UTF8.self)
  }

  private func file(_ text: String) -> TrainingFile {
    TrainingFile(name: "lists-t.txt", bytes: Array(text.utf8))
  }

  @Test(arguments: [
    ("{1..9}", #"[1-9]"#), ("{01..12}", #"0[1-9]|1[0-2]"#),
    ("{~*##-@@&}", #"[1-9]\d\d-[A-Z]{2}[a-z]"#),
    ("a {b|c|} d", #"a [bc]? d"#), ("{initial}", #"[A-Z]"#), ("{state_code}", #"[A-Z]{2}"#),
    ("| x |", #"\| x \|"#), ("{eponym} disease", #"[A-Z].* disease"#),
  ])
  func `a slot is filled in its form`(frame: String, form: String) throws {
    let pattern = try Regex(form)
    for seed in 0..<30 {
      let text = try filled(frame, seed: UInt64(seed))
      #expect(text.wholeMatch(of: pattern) != nil, "\(text)")
    }
  }

  @Test func `a key recalls the filling, in any form`() throws {
    let lists = "== kin\nniece\nnephew\naunt's Ōno\n"
    for seed in UInt64(0)..<20 {
      let text = try filled("{kin#a} {kin#a} {Kin#a} {KIN#a}", lists: lists, seed: seed)
      let half = text.split(separator: " ").count / 4
      #expect(
        text.lowercased().split(separator: " ").prefix(half)
          == text.lowercased().split(separator: " ").suffix(half))
    }
  }

  @Test func `a handle has neither spaces, accents nor capitals`() throws {
    #expect(try filled("{@kin}", lists: "== kin\nZoë O'Dell\n") == "zoeodell")
  }

  @Test(arguments: [
    ("{nonsuch}", TrainingTextError.Problem.unknownSlot("nonsuch")), ("{1..", .slotNotClosed),
    ("x ]]", .strayBracket), ("[[NAME:x", .spanNotClosed), ("[[NAME:[[ID:x]]]]", .spanNested),
    ("[[NOUN:x]]", .unknownLabel), ("[[NAME:]]", .spanEmptyOrPadded),
    ("[[NAME:{marked}]]", .markInsideMark("marked")),
  ])
  func `a faulty frame is refused`(frame: String, problem: TrainingTextError.Problem) {
    #expect(throws: TrainingTextError(file: "f.txt", line: 1, problem)) {
      _ = try filled(frame, lists: "== marked\n[[ID:4]]\n")
    }
  }

  @Test(arguments: [
    ("x\n", 1, TrainingTextError.Problem.textBeforeFirstHeader),
    ("# c\n== a\n", 2, .emptyList("a")),
    ("== a\n{b}\n== b\n{a}\n", 1, .listRefersToItself("a")),
    ("== a\nx\n{nonsuch}\n", 1, .unknownSlot("nonsuch")),
  ])
  func `a faulty list is refused`(
    text: String, line: Int, problem: TrainingTextError.Problem
  ) {
    #expect(throws: TrainingTextError(file: "lists-t.txt", line: line, problem)) {
      _ = try TemplateLists([file(text)])
    }
  }

  @Test func `a block without an end is refused with its line`() throws {
    let lists = try TemplateLists([])
    #expect(throws: TrainingTextError(file: "lists-t.txt", line: 2, .blockNotClosed)) {
      _ = try FrameReader.frames(in: file("one\n<<<\ntwo\n"), lists: lists)
    }
  }
}
