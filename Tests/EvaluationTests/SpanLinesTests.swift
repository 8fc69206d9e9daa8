import Testing

@testable import Evaluation

@Suite struct SpanLinesTests {
  @Test func `annotations are read line by line`() throws {
    let lines = """
      {"file": "a.txt", "start": 0, "end": 3, "label": "PATIENT", "hipaa": "NAME", "text": "Ann", "required": true}

      {"file":"b.txt","start":4,"end":8,"hipaa":"DATE","required":false,"extra":[1]}\r
      """
    #expect(
      try SpanLines.gold(lines) == [
        GoldSpan(file: "a.txt", start: 0, end: 3, label: "PATIENT", hipaa: "NAME", text: "Ann"),
        GoldSpan(file: "b.txt", start: 4, end: 8, hipaa: "DATE", required: false),
      ])
  }

  @Test func `predictions need no label`() throws {
    let lines = """
      {"file":"a.txt","start":0,"end":3,"category":"NAME","hipaa":"NAME","rule":"name/titled","confidence":0.9}
      {"file":"a.txt","start":5,"end":6}
      """
    #expect(
      try SpanLines.predicted(lines) == [
        PredictedSpan(file: "a.txt", start: 0, end: 3, hipaa: "NAME", rule: "name/titled"),
        PredictedSpan(file: "a.txt", start: 5, end: 6),
      ])
  }

  @Test(arguments: [
    ("{\"file\":\"a\",\"start\":0,\"end\":1,\"hipaa\":\"X\"}\nnot json", 2),
    ("{\"file\":\"a\",\"start\":0,\"end\":1}", 1),
    ("\n\n{\"file\":\"a\",\"start\":5,\"end\":1,\"hipaa\":\"X\"}", 3),
    ("{\"file\":\"a\",\"start\":-1,\"end\":1,\"hipaa\":\"X\"}", 1),
    ("{\"file\":\"a\",\"start\":\"0\",\"end\":1,\"hipaa\":\"X\"}", 1),
    ("[]", 1),
  ])
  func `a line that is no annotation is named by its number`(_ lines: String, _ number: Int) {
    let error = #expect(throws: GoldError.self) { try SpanLines.gold(lines) }
    #expect(error?.line == number)
  }
}
