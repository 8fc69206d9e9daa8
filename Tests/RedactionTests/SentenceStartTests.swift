import Testing

@testable import Redaction

@Suite struct SentenceStartTests {
  @Test(arguments: [
    ("|x", true), ("Ah. |x", true), ("Yes! |x", true), ("Yes? |x", true), ("no |x", false),
    ("Dr. |x", false), ("by J. |x", false), ("no.|x", false), ("A.\n|x", true), ("A:\n|x", true),
    ("short\n|x", true), ("\n\n|x", true), ("- |x", true), ("a - |x", false), ("  - |x", true),
    ("(|x", true), ("said (|x", false), ("Ah. \"|x", true), ("J. |x", false), ("**|x", true),
    ("a line that fills the width of running text and just goes\n|x", false),
    ("a line that fills the width of running text and ends it.\n|x", true),
    ("a line that fills the width of running text and just goes\r\n|x", false),
  ])
  func `a sentence begins behind the end of another`(text: String, isStart: Bool) {
    let bytes = Array(text.utf8)
    let place = bytes.firstIndex(of: 0x7c) ?? 0
    let without = Array(bytes[..<place] + bytes[(place + 1)...])
    #expect(SentenceStart.isStart(place, of: without) == isStart)
  }

  @Test(arguments: [
    ("SEEN ON |", true), ("Seen on |", false), ("A |", false), ("SEEN ON |\nnote", true),
    ("note\nSEEN ON |", true), ("TO: | (Dr. Lee)", false),
  ])
  func `a line of capitals is told by its letters`(text: String, isCaps: Bool) {
    let bytes = Array(text.utf8)
    let place = bytes.firstIndex(of: 0x7c) ?? 0
    #expect(CapsLine.holds(place..<place + 1, in: bytes) == isCaps)
  }
}
