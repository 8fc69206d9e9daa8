import Detection
import Lexicons
import Patterns
import TestSupport
import Testing

@testable import Redaction

@Suite struct SecondScanTests {
  private static let profile = Profile(
    name: "test", version: 1, summary: "", operators: [.country: .keep], suspicion: 900)

  /// Redacts `text`, spoils the result, and reads it again; the rules that caught something.
  private static func catches(
    in text: String, planting planted: String = "", category: Category? = nil
  )
    throws -> [String]
  {
    let detector = Detector(lexicon: try TestLexicon.shared())
    let original = Array(text.utf8)
    var scratch = DetectionScratch()
    let detection = try detector.detect(original, &scratch)
    var findings = detection.findings
    if let category, let number = SecondScanTests.range(of: "4829-1034", in: original) {
      findings.append(
        Finding(range: number, category: category, rule: "test/number", confidence: 900))
      findings.sort { $0.range.lowerBound < $1.range.lowerBound }
    }
    var labels = Labels()
    var redacted = Redactor(profile: profile, restrictedZIP3: []).redact(
      original, findings, &labels)
    redacted.text += Array(planted.utf8)
    return try SecondScan(detector: detector, profile: profile).check(
      redacted, original: original, memory: detection.memory, &scratch
    ).map(\.rule)
  }

  private static func range(of value: String, in text: [UInt8]) -> Range<Int>? {
    let bytes = Array(value.utf8)
    return text.indices.first { text[$0...].starts(with: bytes) }.map { $0..<($0 + bytes.count) }
  }

  @Test(arguments: [
    "Gonzalez", "GONZALEZ", "gonzalez", "Gon-zalez", "G O N Z A L E Z", "Gonzalez's", "(gonzalez)",
    "Gonzales", "Ms. Gonzalez", "Maria", "M.G.", "G-o-n-z-a-l-e-z", "Gonz alez", "Gonza-\nlez",
    "mariagonzalez", "gonzalezm@x", "MariaGonzalez7",
  ])
  func `a removed name is caught however it is written`(_ planted: String) throws {
    let rules = try SecondScanTests.catches(
      in: "We saw Maria Gonzalez today.", planting: "\n\nThen \(planted) left.")
    #expect(!rules.isEmpty)
  }

  @Test(arguments: [
    "4829-1034", "48291034", "4829 1034", "4829/1034", "4.8.2.9.1.0.3.4", "no. 48291034x",
  ])
  func `a removed number is caught whatever its punctuation`(_ planted: String) throws {
    let rules = try SecondScanTests.catches(
      in: "The number is 4829-1034 there.", planting: "\n\nSee \(planted) again.", category: .record
    )
    #expect(rules.contains("second-scan/number"))
  }

  @Test(arguments: [
    ("We saw Maria Gonzalez today.", "\n\nThe gonzo left in May."),
    ("We saw Will Gonzalez in May.", "\n\nShe will come; a strong will."),
    ("A trip to Kenya with Maria Gonzalez.", ""),
    ("The number is 4829-1034 there.", "\n\nPlatelets 482, sodium 134."),
  ])
  func `a clean text passes`(_ text: String, _ planted: String) throws {
    #expect(try SecondScanTests.catches(in: text, planting: planted, category: .record).isEmpty)
  }

  @Test func `our own tags are nobody`() throws {
    let text =
      "We saw Maria Gonzalez, her daughter, Rosalind, and Peter Novak. Then Rosalind says no."
    #expect(try SecondScanTests.catches(in: text).isEmpty)
  }

  @Test(arguments: [
    ("Пациент поступил.", true), ("患者王小明入院。", true), ("مريض", true), ("חולה", true), ("रोगी", true),
    ("ผู้ป่วย", true), ("환자", true), ("かんじゃ", true), ("ασθενής", true),
    ("TNF-α and β-blockers, 5 µg, 37 °C, ½", false), ("José Núñez’s café — naïve", false),
    ("done ✓ 😀 → ≥ 5 ×", false), ("Ⅳ ™ ﬁne ｏｋ", false), ("ΔΔ 5", false),
  ])
  func `words in a script that nobody here reads hold the text`(_ text: String, _ isHeld: Bool) {
    let written = WrittenSpans([])
    #expect(UnreadScript.search(Array(text.utf8), outside: written).isEmpty == !isHeld)
  }

  private static func values(
    _ original: String, _ value: String, _ category: Category, in text: String
  )
    -> Int
  {
    let bytes = Array(original.utf8)
    guard let range = range(of: value, in: bytes) else { return -1 }
    let entry = RedactionEntry(
      finding: Finding(range: range, category: category, rule: "test/value", confidence: 300),
      action: .tag, label: "X-1", replacement: 0..<0)
    let values = RemovedValues(bytes, [entry], isOrdinary: { $0 == Array("general".utf8) })
    let found = values.search(Array(text.utf8), outside: WrittenSpans([]))
    let inWindows = values.search(
      Array(text.utf8), outside: WrittenSpans([]), windows: WindowSize(core: 5, margin: 30))
    #expect(inWindows.map(\.0) == found.map(\.0))
    return found.count
  }

  @Test(arguments: [
    ("Ezra Quill", Category.name, "ezra  quill and EzraQuill", 2),
    ("12 Elm Street", .address, "at 12 ELM-STREET.", 1),
    ("12 Elm Street", .address, "at 112 Elm Street, 12 Elm Streets", 0),
    ("3/14/2021", .date, "on 3-14-2021", 1), ("March 14", .date, "on March 14", 0),
    ("a@b.example", .email, "mail A@B.EXAMPLE now", 1), ("General", .organization, "General", 0),
    ("12345", .id, "12345", 0), ("Quill", .name, "Quill", 0), ("Quillon", .name, "quillon", 1),
    ("Quillon", .name, "quillons", 0),
  ])
  func `a removed value is caught where it stands again`(
    _ value: String, _ category: Category, _ text: String, _ count: Int
  ) {
    #expect(SecondScanTests.values(value, value, category, in: text) == count)
  }
}
