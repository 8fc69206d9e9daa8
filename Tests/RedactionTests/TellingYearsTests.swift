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
    ("<93> years old, born {1927}", "90 or older years old, born [YEAR-1]"),
    (
      "<93> years old, born {1927}, married {1951}, hip in {2008}",
      "90 or older years old, born [YEAR-1], married 1951, hip in 2008"
    ),
    ("seen {2019} and {2023}", "seen 2019 and 2023"),
    ("born {1927}", "born 1927"),
  ])
  func `a year that tells an age over 89 does not stay`(_ text: String, _ expected: String) {
    #expect(TellingYearsTests.redact(text) == expected)
  }
}
