import Detection
import Patterns
import Testing

@testable import Redaction

@Suite struct TellingYearsTests {
  /// Redacts with dates to years and years kept, each `{...}` of the text being a date and each `<...>` an age over 89.
  private static func redact(_ marked: String) -> String {
    var text: [UInt8] = []
    var findings: [Finding] = []
    var start = 0
    for byte in marked.utf8 {
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "<"): start = text.count
      case UInt8(ascii: "}"), UInt8(ascii: ">"):
        let isYear = text.count - start == 4
        let category: Category = byte == UInt8(ascii: ">") ? .age : isYear ? .year : .date
        findings.append(
          Finding(range: start..<text.count, category: category, rule: "test/rule", confidence: 900)
        )
      default: text.append(byte)
      }
    }
    let profile = Profile(
      name: "test", version: 1, summary: "",
      operators: [.date: .year, .year: .keep, .age: .ninetyOrOlder], suspicion: 900)
    var labels = Labels()
    let redacted = Redactor(profile: profile, restrictedZIP3: []).redact(text, findings, &labels)
    return String(decoding: redacted.text, as: UTF8.self)
  }

  @Test(arguments: [
    ("born {04/05/1931}, seen {03/04/2023}", "born [DATE-1], seen 2023"),
    ("born {1931}, seen {2023}", "born [YEAR-1], seen 2023"),
    ("born {1933}, seen {2023}", "born [YEAR-1], seen 2023"),
    ("born {1934}, seen {2023}", "born 1934, seen 2023"),
    ("<93> years old, born {1927}", "90 or older, born [YEAR-1]"),
    (
      "<93> years old, born {1927}, married {1951}, hip in {2008}",
      "90 or older, born [YEAR-1], married 1951, hip in 2008"
    ),
    ("seen {2019} and {2023}", "seen 2019 and 2023"),
    ("born {1927}", "born [YEAR-1]"),
    ("born {1937}", "born 1937"),
    ("in {1927} they built the mill", "in 1927 they built the mill"),
    ("born {1927}, seen {1990}", "born 1927, seen 1990"),
    ("DOB: {04/05/1927}, brother b. {1931}", "DOB: [DATE-1], brother b. [YEAR-1]"),
  ])
  func `a year that tells an age over 89 does not stay`(_ text: String, _ expected: String) {
    #expect(TellingYearsTests.redact(text) == expected)
  }
}

@Suite struct TellingYearsElsewhereTests {
  @Test(arguments: [
    ("born ⟨YEAR|1929⟩, seen ⟨YEAR|2024⟩", "note ⟨YEAR|1929⟩ ⟨YEAR|2024⟩", "note [YEAR-1] 2024"),
    ("born ⟨YEAR|1929⟩", "born ⟨YEAR|1929⟩", "born [YEAR-1]"),
    ("seen ⟨YEAR|2024⟩", "note ⟨YEAR|1990⟩", "note 1990"),
  ])
  func `a year that goes in the text goes in the file name`(
    text: String, name: String, expected: String
  ) {
    let redactor = Redactor(profile: RedactionSupport.profile([.year: .keep]), restrictedZIP3: [])
    var labels = Labels()
    let marked = MarkedText(text)
    _ = redactor.redact(marked.text, marked.findings, &labels)
    let stem = MarkedText(name)
    let redacted = redactor.redact(stem.text, stem.findings, &labels)
    #expect(String(decoding: redacted.text, as: UTF8.self) == expected)
  }

  @Test(arguments: [
    ("DOB ⟨DATE|3/4/31⟩, seen ⟨DATE|3/14/2023⟩", true),
    ("DOB ⟨DATE|3/4/60⟩, seen ⟨DATE|3/14/2023⟩", false),
    ("DOB ⟨DATE|3/4/31⟩", true), ("seen ⟨DATE|3/4/25⟩ and ⟨DATE|3/14/2023⟩", false),
  ])
  func `two digits of a year tell an age as four do`(text: String, isTelling: Bool) {
    let marked = MarkedText(text)
    let policy = DocumentPolicy(
      RedactionSupport.profile([.date: .dateShift]), marked.text, marked.findings)
    let first = policy.action(for: marked.findings[0], in: marked.text)
    #expect(first == (isTelling ? .tag : .dateShift))
  }

  @Test(arguments: [
    ("Born on a farm in ⟨YEAR|1927⟩", false), ("Born in ⟨YEAR|1927⟩", true),
    ("born about ⟨YEAR|1927⟩", true), ("D.O.B.: ⟨YEAR|1927⟩", true),
    ("mother (b. ⟨YEAR|1927⟩)", true),
    ("Newborn screening. In ⟨YEAR|1927⟩", false), ("her birthday, ⟨DATE|March 4, 1927⟩", true),
    ("**DOB:** ⟨DATE|03/04/1927⟩", true), ("Date of birth (M/D/Y): ⟨DATE|03/04/1927⟩", true),
    ("Geburtsdatum: ⟨YEAR|1927⟩", true), ("vitamin D. In ⟨YEAR|1927⟩", false),
    ("née le ⟨DATE|4.3.1927⟩", true), ("DOB 1950; seen ⟨YEAR|1927⟩", false),
  ])
  func `the words in front tell a year of birth`(text: String, isBirth: Bool) {
    let marked = MarkedText(text)
    #expect(BirthContext.isBirth(marked.findings[0], in: marked.text) == isBirth)
  }
}
