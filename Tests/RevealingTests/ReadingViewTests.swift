import Testing

@testable import Revealing

@Suite struct ReadingViewTests {
  @Test(arguments: [
    ("a  lighthouse\tkeeper", "a lighthouse keeper"),
    ("a lighthouse\nkeeper of", "a lighthouse keeper of"),
    ("a lighthouse\r\nkeeper of", "a lighthouse keeper of"),
    ("Plan:\nNone", "Plan:\nNone"), ("one line.\n\nnext", "one line.\nnext"),
    ("seen by\n  Nurse", "seen by\nNurse"), ("\u{201C}so it is\u{201D}", "\"so it is\""), ("", ""),
  ])
  func `blanks and wrapped lines are joined`(text: String, view: String) {
    #expect(String(decoding: ReadingView(Array(text.utf8)).bytes, as: UTF8.self) == view)
  }

  @Test func `a range leads back to the bytes it came from`() {
    let text = Array("the  mäyor's\n wife was here".utf8)
    let view = ReadingView(text)
    let phrase = Array("mayor's wife".utf8)
    let start = view.bytes.indices.first { view.bytes[$0...].starts(with: phrase) } ?? 0
    let range = view.textRange(of: start..<start + phrase.count)
    #expect(String(decoding: text[range], as: UTF8.self) == "mäyor's\n wife")
  }
}
