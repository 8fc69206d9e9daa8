import Detection
import Patterns
import Redaction
import TestSupport
import Testing

@testable import Pipeline

/// What people read beside a document.
@Suite struct NoteTests {
  @Test func `no note repeats a word of the document`() throws {
    var random = SeededGenerator(seed: 4)
    for _ in 0..<200 {
      let words = (0..<40).map { _ in NoteTests.word(&random) }
      let text = Array(words.joined(separator: " ").utf8)
      let note = NoteTests.note(NoteTests.findings(in: text, &random), text).markdown
      for word in words where note.contains(word) { Issue.record("the note says \(word)") }
    }
  }

  @Test func `a note counts mentions and different values by category`() {
    let text = Array("Abel Baker Abel 1 2".utf8)
    let findings = [
      Finding(range: 0..<4, category: .name, rule: "name/x", confidence: 900, subject: 1),
      Finding(range: 5..<10, category: .name, rule: "name/x", confidence: 900, subject: 2),
      Finding(range: 11..<15, category: .name, rule: "name/x", confidence: 900, subject: 1),
      Finding(range: 16..<17, category: .record, rule: "record/x", confidence: 500),
    ]
    let note = NoteTests.note(findings, text).markdown
    #expect(note.contains("| names | A | 3 | 2 | tag |"))
    #expect(note.contains("| medical record numbers | H | 1 | 1 | tag |"))
    #expect(note.contains("Taken out on weak evidence: `[MRN-1]`"))
    #expect(!note.contains("[NAME-1]"))
  }

  @Test func `a note of a held document says that a person must decide, and why`() {
    let note = ClinicianNote(
      id: "0", profile: SmallPolicy.profile, entries: [], reasons: [.secondScan(2)])
    #expect(note.markdown.contains("**Held"))
    #expect(note.markdown.contains(Reason.secondScan(2).explanation))
  }

  @Test func `every category has words of its own`() {
    #expect(Set(Category.allCases.map(\.plural)).count == Category.allCases.count)
  }

  @Test func `a quarantine note is the id, the explanation and the code`() {
    let note = QuarantineNote(id: "0a1b", reason: .timeLimit).text
    #expect(note.contains("Document: 0a1b"))
    #expect(note.contains(Reason.timeLimit.explanation))
    #expect(note.contains("Code:     time-limit"))
  }

  /// Findings at random places, of random categories and confidence.
  private static func findings(in text: [UInt8], _ random: inout SeededGenerator) -> [Finding] {
    var findings: [Finding] = []
    var start = 0
    while start < text.count {
      let end = min(text.count, start + Int.random(in: 1...20, using: &random))
      let category = Category.allCases.randomElement(using: &random) ?? .id
      findings.append(
        Finding(
          range: start..<end, category: category, rule: "test/rule",
          confidence: Int.random(in: 1...1000, using: &random), evidence: ["pattern"],
          role: Role.allCases.randomElement(using: &random) ?? .unknown,
          subject: Bool.random(using: &random) ? Int.random(in: 0...3, using: &random) : nil))
      start = end + Int.random(in: 0...10, using: &random)
    }
    return findings
  }

  private static func note(_ findings: [Finding], _ text: [UInt8]) -> ClinicianNote {
    var profile = SmallPolicy.profile
    profile.operators = [.year: .keep, .profession: .keep, .photo: .mask, .date: .year]
    var labels = Labels()
    let redacted = Redactor(profile: profile, restrictedZIP3: []).redact(text, findings, &labels)
    return ClinicianNote(id: "0a1b", profile: profile, entries: redacted.entries, reasons: [])
  }

  /// A word that stands in no note by itself: a `q` between every two letters.
  private static func word(_ random: inout SeededGenerator) -> String {
    (0..<4).map { _ in "q" + String("bcdfghjk".randomElement(using: &random) ?? "b") }.joined()
  }
}
