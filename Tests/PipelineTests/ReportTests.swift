import Audit
import Detection
import Documents
import Patterns
import Redaction
import Revealing
import TestSupport
import Testing

@testable import Pipeline

/// What people read beside a document.
@Suite struct ReportTests {
  @Test func `no report repeats a word of the document`() throws {
    var random = SeededGenerator(seed: 4)
    for _ in 0..<200 {
      let words = (0..<40).map { _ in ReportTests.word(&random) }
      let text = Array(words.joined(separator: " ").utf8)
      let report = try ReportTests.report(ReportTests.findings(in: text, &random), text)
      let told = report.markdown + String(decoding: report.json, as: UTF8.self)
      for word in words where told.contains(word) { Issue.record("the report says \(word)") }
    }
  }

  @Test func `a report counts mentions and different values by category`() throws {
    let text = Array("Abel Baker Abel 1 2".utf8)
    let findings = [
      Finding(range: 0..<4, category: .name, rule: "name/x", confidence: 900, subject: 1),
      Finding(range: 5..<10, category: .name, rule: "name/x", confidence: 900, subject: 2),
      Finding(range: 11..<15, category: .name, rule: "name/x", confidence: 900, subject: 1),
      Finding(range: 16..<17, category: .record, rule: "record/x", confidence: 500),
    ]
    let note = try ReportTests.report(findings, text).markdown
    #expect(note.contains("| names | A | 3 | 2 | tag |"))
    #expect(note.contains("| medical record numbers | H | 1 | 1 | tag |"))
    #expect(note.contains("Taken out on weak evidence: `[MRN-1]`"))
    #expect(!note.contains("[NAME-1]"))
  }

  @Test func `a report of a held document says that a person must decide, and why`() throws {
    let note = try ReportTests.report([], [], .held, reasons: [.secondScan(2)]).markdown
    #expect(note.contains("**Held"))
    #expect(note.contains(Reason.secondScan(2).explanation))
  }

  @Test func `a report promises nothing but what was done`() throws {
    let report = try ReportTests.report([], Array("Well.".utf8))
    let policy = try SmallPolicy.policy()
    #expect(
      report.statement
        == "Transformed by policy small version 3; findings and residual risk below.")
    #expect(report.policy.digest == policy.digest.description)
    for text in [report.markdown, String(decoding: report.json, as: UTF8.self)] {
      #expect(text.contains(report.statement))
      #expect(!text.lowercased().contains("compliant"))
      #expect(!text.lowercased().contains("anonym"))
    }
  }

  @Test func `a report tells line, reason and remedy of what can tell who is meant`() throws {
    let scrubbed = try SmallPolicy.scrub(SmallPolicy.decisive + SmallPolicy.adding)
    let report = Report(
      Bench.id(), .held, try SmallPolicy.policy(), scrubbed, reasons: [], file: [])
    #expect(report.references.map(\.line) == [2, 4])
    #expect(report.references.map(\.kind) == [.publicEvent, .occupation])
    #expect(
      report.markdown.contains(
        "| 4 | an occupation | Few people there do this. | Write \"a worker\". |"))
    #expect(report.remaining.sum == 1000 && report.remaining.decisive == [.publicEvent])
  }

  @Test func `a report comes back from its file as it was, and nothing else does`() throws {
    let scrubbed = try SmallPolicy.scrub(SmallPolicy.adding)
    var report = Report(
      Bench.id(), .released, try SmallPolicy.policy(), scrubbed, reasons: [.secondScan(1)],
      file: [1, 2])
    report.decision = Report.Ruling(verdict: "approved", reason: "consent", isEdited: true)
    #expect(Report(json: report.json) == report)
    #expect(Report(json: Array(report.json.dropLast(3))) == nil)
  }

  @Test(arguments: ["a\nb\nX", "a\r\nb\r\nX", "a\rb\rX", "\n\r\nX"])
  func `lines end with LF, CR or both`(_ text: String) throws {
    let start = text.utf8.count - 1
    let reference = Reference(
      range: start..<start + 1, kind: .household, rule: "r", reason: "r", suggestion: "s")
    #expect(Report.places([reference], in: Array(text.utf8)).map(\.line) == [3])
  }

  @Test func `every kind of reference has words of its own`() {
    #expect(Set(RevealingKind.allCases.map(\.words)).count == RevealingKind.allCases.count)
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

  private static func report(
    _ findings: [Finding], _ text: [UInt8], _ outcome: Outcome = .released, reasons: [Reason] = []
  ) throws -> Report {
    var profile = SmallPolicy.profile
    profile.operators = [.year: .keep, .profession: .keep, .photo: .mask, .date: .year]
    var labels = Labels()
    let redacted = Redactor(profile: profile, restrictedZIP3: []).redact(text, findings, &labels)
    let scrubbed = Scrubbed(
      redacted: redacted, catches: [], name: [],
      redactedName: SmallPolicy.redactor.redact([], [], &labels),
      references: [], residue: Residue(counts: [:], sum: 0, limit: 1, decisive: []))
    return Report(
      Bench.id(), outcome, try SmallPolicy.policy(), scrubbed, reasons: reasons,
      file: redacted.text)
  }

  /// A word that stands in no note by itself: a `q` between every two letters.
  private static func word(_ random: inout SeededGenerator) -> String {
    (0..<4).map { _ in "q" + String("bcdfghjk".randomElement(using: &random) ?? "b") }.joined()
  }
}
