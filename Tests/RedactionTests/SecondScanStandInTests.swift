import Detection
import Lexicons
import Patterns
import TestSupport
import Testing

@testable import Redaction

/// The second scan of texts in which others stand for what was taken out.
@Suite struct SecondScanStandInTests {
  private static let profile = RedactionSupport.profile(
    [.name: .surrogate, .date: .dateShift, .place: .surrogate, .country: .keep])

  private struct Outcome {
    var text: String
    var catches: [SecondScan.Catch]
  }

  /// Redacts what detection finds, and every `03/14/2023` with it, and reads the result again.
  private static func scrub(_ text: String, planting planted: String = "") throws -> Outcome {
    let detector = Detector(lexicon: try TestLexicon.shared())
    let original = Array(text.utf8)
    var scratch = DetectionScratch()
    let detection = try detector.detect(original, &scratch)
    var findings = detection.findings
    for start in original.indices where original[start...].starts(with: "03/14/2023".utf8) {
      findings.append(
        Finding(range: start..<start + 10, category: .date, rule: "test/date", confidence: 900))
    }
    findings.sort { $0.range.lowerBound < $1.range.lowerBound }
    var labels = Labels()
    var redacted = try RedactionSupport.redactor(profile).redact(original, findings, &labels)
    redacted.text += planted.utf8
    let catches = try SecondScan(detector: detector, profile: profile).check(
      redacted, original: original, memory: detection.memory, &scratch)
    return Outcome(text: String(decoding: redacted.text, as: UTF8.self), catches: catches)
  }

  @Test(arguments: [
    "We saw Maria Gonzalez on 03/14/2023. Ms. Gonzalez and Maria came from Fargo, North Dakota.",
    "Mrs. Rosalind Novak, her daughter Ann Novak, Dr. Peter Keller and Mr. Novak met on 03/14/2023.",
    "GONZALEZ, MARIA was seen. M.G. left with Gonzalez's brother, Pedro Gonzalez Thompson.",
  ])
  func `made-up names and moved dates are nobody's`(_ text: String) throws {
    let outcome = try SecondScanStandInTests.scrub(text)
    #expect(outcome.catches == [], "\(outcome.text)")
    #expect(!outcome.text.contains("Gonzalez") && !outcome.text.contains("Novak"))
    #expect(!outcome.text.contains("[NAME") && !outcome.text.contains("03/14/2023"))
  }

  @Test(arguments: ["Gonzalez", "GONZALEZ", "Gonzales", "Ms. Gonzalez", "M.G.", "Gon-zalez"])
  func `a name that was left in is caught beside them, where it stands`(_ planted: String) throws {
    let outcome = try SecondScanStandInTests.scrub(
      "We saw Maria Gonzalez on 03/14/2023 and Maria Gonzalez again.",
      planting: "\n\nThen \(planted) left.")
    #expect(!outcome.catches.isEmpty)
    let tail = outcome.text.utf8.count - "\n\nThen \(planted) left.".utf8.count
    #expect(outcome.catches.allSatisfy { $0.range.lowerBound >= tail })
  }

  @Test func `ranges find their way back over tags of any length`() {
    let redacted = Redacted(
      text: Array("ab Xyz cd 3/21 ef".utf8),
      entries: [
        RedactionEntry(
          finding: Finding(range: 0..<1, category: .name, rule: "t", confidence: 900),
          action: .surrogate, label: "", replacement: 3..<6),
        RedactionEntry(
          finding: Finding(range: 2..<3, category: .date, rule: "t", confidence: 900),
          action: .dateShift, label: "", replacement: 10..<14),
      ])
    let read = StandInsAsTags(redacted)
    #expect(String(decoding: read.text, as: UTF8.self) == "ab [NAME-0] cd [DATE-0] ef")
    #expect(read.redactedRange(of: 0..<2) == 0..<2)
    #expect(read.redactedRange(of: 3..<11) == 3..<6)
    #expect(read.redactedRange(of: 5..<7) == 3..<6)
    #expect(read.redactedRange(of: 12..<14) == 7..<9)
    #expect(read.redactedRange(of: 2..<26) == 2..<17)
    #expect(read.redactedRange(of: 24..<26) == 15..<17)
  }

  @Test func `a year that goes is caught where it was left in`() throws {
    let marked = MarkedText("born ⟨YEAR|1929⟩, seen ⟨YEAR|2024⟩")
    let policy = DocumentPolicy(
      RedactionSupport.profile([.year: .keep]), marked.text, marked.findings)
    let again = Array("It was 1929 or 2024.".utf8)
    let old = Finding(range: 7..<11, category: .year, rule: "t", confidence: 900)
    let new = Finding(range: 15..<19, category: .year, rule: "t", confidence: 900)
    #expect(policy.action(for: old, in: again) == .tag)
    #expect(policy.action(for: new, in: again) == .keep)
  }
}
