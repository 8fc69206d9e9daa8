import Detection
import Lexicons
import Patterns
import TestSupport
import Testing

@testable import Redaction

/// What a profile keeps never shows what it does not keep.
@Suite struct KeepTests {
  private static func redact(
    _ text: String, _ findings: [Finding], _ profile: Profile
  ) -> String {
    var labels = Labels()
    let redacted = Redactor(profile: profile, restrictedZIP3: []).redact(
      Array(text.utf8), findings, &labels)
    return String(decoding: redacted.text, as: UTF8.self)
  }

  private static let keepsThings = Profile(
    name: "test", version: 1, summary: "", operators: [.organization: .keep, .place: .keep],
    suspicion: 900)

  private static func finding(
    _ range: Range<Int>, _ category: Category, confidence: Int = 900, covered: [Finding] = []
  ) -> Finding {
    Finding(
      range: range, category: category, rule: "test", confidence: confidence, covered: covered)
  }

  @Test func `a kept date that might also be a number stays, unless the number is as likely`() {
    let dates = Profile(
      name: "test", version: 1, summary: "", operators: [.date: .keep], suspicion: 900)
    func redacted(_ confidence: Int, _ range: Range<Int> = 3..<13) -> String {
      let number = KeepTests.finding(range, .id, confidence: confidence)
      let date = KeepTests.finding(3..<13, .date, covered: [number])
      return KeepTests.redact("on 2022-07-21 she", [date], dates)
    }
    #expect(redacted(600) == "on 2022-07-21 she")
    #expect(redacted(900) == "on [ID-1] she")
    #expect(redacted(600, 3..<7) == "on [ID-1]-07-21 she")
  }

  @Test func `a name inside a kept hospital goes`() {
    let name = KeepTests.finding(8..<15, .name)
    let place = KeepTests.finding(8..<15, .place)
    let hospital = KeepTests.finding(8..<33, .organization, covered: [place, name])
    #expect(
      KeepTests.redact("seen at Okonkwo Memorial Hospital now", [hospital], KeepTests.keepsThings)
        == "seen at [NAME-1] Memorial Hospital now")
  }

  @Test func `a kept span with nothing else in it stays whole`() {
    let place = KeepTests.finding(8..<15, .place)
    let hospital = KeepTests.finding(8..<33, .organization, covered: [place])
    #expect(
      KeepTests.redact("seen at Okonkwo Memorial Hospital now", [hospital], KeepTests.keepsThings)
        == "seen at Okonkwo Memorial Hospital now")
  }

  @Test func `what goes in a kept span is taken out once, the strongest first`() {
    let one = KeepTests.finding(2..<6, .id)
    let other = KeepTests.finding(0..<8, .name)
    let kept = KeepTests.finding(0..<10, .organization, covered: [one, other])
    #expect(
      KeepTests.redact("abcdefghij", [kept], KeepTests.keepsThings)
        == "[NAME-1][ID-1][NAME-2]ij")
  }

  /// Scrubs with a pattern in extended syntax whose `phi` groups are clinicians' names.
  private static func scrub(_ text: String, clinicians: String) throws
    -> (text: String, catches: [String])
  {
    let profile = Profile(
      name: "test", version: 1, summary: "", operators: [:], suspicion: 900, keepsClinicians: true)
    let pack = """
      pack: test
      version: 1
      finds: Test.
      patterns:
        - id: test/clinician
          category: NAME
          hipaa: A
          finds: A clinician.
          regex: '\(clinicians)'
          confidence: 0.9
          role: clinician
          match: ['Dr. [[Grace Kowalczyk]]', 'Dr. [[Kowalczyk]]']
          nomatch: ['Grace Kowalczyk', 'Dr. No']
      """
    let packs = try #require(
      PackParser.parse([PackSource(file: "test.yaml", bytes: Array(pack.utf8))]).packs)
    let detector = Detector(lexicon: try TestLexicon.shared(), patterns: packs.patterns)
    var scratch = DetectionScratch()
    let original = Array(text.utf8)
    let detection = try detector.detect(original, &scratch)
    var labels = Labels()
    let redacted = Redactor(profile: profile, restrictedZIP3: []).redact(
      original, detection.findings, &labels)
    let catches = try SecondScan(detector: detector, profile: profile).check(
      redacted, original: original, memory: detection.memory, &scratch)
    return (String(decoding: redacted.text, as: UTF8.self), catches.map(\.rule))
  }

  @Test func `a clinician's name stays where it can be nobody else's`() throws {
    let result = try KeepTests.scrub(
      "Seen by Dr. Grace Kowalczyk. Dr. Kowalczyk wrote to Maria Novak.",
      clinicians: "Dr\\. \\h (?<phi> (?: Grace \\h )? Kowalczyk )")
    #expect(result.text == "Seen by Dr. Grace Kowalczyk. Dr. Kowalczyk wrote to [NAME-1].")
    #expect(result.catches.isEmpty)
  }

  @Test func `a clinician who shares a name with the patient is not kept`() throws {
    let result = try KeepTests.scrub(
      "Attending: Dr. Grace Kowalczyk. Peter Kowalczyk came. Kowalczyk left. Mr. Kowalczyk ate.",
      clinicians: "Dr\\. \\h (?<phi> (?: Grace \\h )? Kowalczyk )")
    #expect(!result.text.contains("Kowalczyk"))
    #expect(result.catches.isEmpty)
  }

  @Test func `a lone titled surname makes no clinician of the patient`() throws {
    let result = try KeepTests.scrub(
      "Peter Kowalczyk came. Dr. Kowalczyk saw him. Peter left.",
      clinicians: "Dr\\. \\h (?<phi> (?: Grace \\h )? Kowalczyk )")
    #expect(!result.text.contains("Kowalczyk") && !result.text.contains("Peter"))
  }

  @Test func `the second scan reads what was kept`() throws {
    let redacted = Redacted(
      text: Array("Gonzalez Hospital".utf8),
      entries: [
        RedactionEntry(
          finding: KeepTests.finding(0..<17, .organization), action: .keep, label: "",
          replacement: 0..<17)
      ])
    let detector = Detector(lexicon: try TestLexicon.shared())
    var scratch = DetectionScratch()
    let memory = try detector.detect(Array("We saw Maria Gonzalez.".utf8), &scratch).memory
    let catches = try SecondScan(detector: detector, profile: KeepTests.keepsThings).check(
      redacted, original: redacted.text, memory: memory, &scratch)
    #expect(catches.map(\.category) == [.name])
  }
}
