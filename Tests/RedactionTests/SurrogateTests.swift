import Detection
import Patterns
import TestSupport
import Testing

@testable import Redaction

@Suite struct SurrogateTests {
  private static let all = Dictionary(
    uniqueKeysWithValues: Patterns.Category.allCases
      .filter { Operator.surrogate.applies(to: $0) }.map { ($0, Operator.surrogate) })

  private static func redact(_ marked: String, key: UInt8 = 7) throws -> String {
    try RedactionSupport.redact(marked, all, key: RedactionSupport.key(key))
  }

  /// The words of a text.
  private static func words(_ text: String) -> [String] {
    text.split { !$0.isLetter && $0 != "'" }.map(String.init)
  }

  @Test func `a person keeps one name however it is written`() throws {
    let text = try SurrogateTests.redact(
      "⟨NAME#0|Maria Gonzalez⟩|⟨NAME#0|Gonzalez⟩|⟨NAME#0|Maria⟩|⟨NAME#0|GONZALEZ⟩|⟨NAME#0|maria⟩"
        + "|⟨NAME#0|M.G.⟩|⟨NAME#0|Gonzalez, Maria⟩|Ms. ⟨NAME#0|G.⟩|⟨NAME#0|Gonzales⟩|⟨NAME#0|Gonzalez's⟩"
    )
    let mentions = text.split(separator: "|").map(String.init)
    let full = mentions[0].split(separator: " ").map(String.init)
    try #require(full.count == 2)
    let (given, surname) = (full[0], full[1])
    let initials = (given.prefix(1), surname.prefix(1))
    #expect(
      mentions == [
        "\(given) \(surname)", surname, given, surname.uppercased(), given.lowercased(),
        "\(initials.0).\(initials.1).", "\(surname), \(given)", "Ms. \(initials.1).", surname,
        "\(surname)'s",
      ])
    #expect(!text.contains("Gonzale") && !text.contains("Maria"))
  }

  @Test func `a family keeps one surname and its members their own names`() throws {
    let text = try SurrogateTests.redact(
      "⟨NAME#0|Maria Gonzalez⟩ ⟨NAME#1|Pedro Gonzalez⟩ ⟨NAME#2|Ann Keller⟩")
    let words = SurrogateTests.words(text)
    #expect(words.count == 6 && words[1] == words[3])
    #expect(Set([words[0], words[2], words[4]]).count == 3 && words[5] != words[1])
  }

  @Test(arguments: [
    ("⟨NAME#0|Maria Gonzalez⟩", "f", "hispanic", "hispanic"),
    ("⟨NAME#0|Sanjay Patel⟩", "m", "south-asian", "south-asian"),
    ("⟨NAME#0|Robert Miller⟩", "m", "european", "european"),
    ("his wife, ⟨NAME#0|Tuulikki⟩", "f", "european", ""),
    ("Mr. ⟨NAME#0|Xyzzq Patel⟩", "m", "", "south-asian"),
  ])
  func `sex and origin of a name stay where they are known`(
    _ marked: String, _ sex: String, _ origin: String, _ family: String
  ) throws {
    let lists = try RedactionSupport.lists()
    let words = SurrogateTests.words(try SurrogateTests.redact(marked))
      .filter { !["his", "wife", "Mr"].contains($0) }
    let given = try #require(
      words.first.flatMap { name in
        lists.given.first { $0.text == Array(name.utf8) }
      })
    #expect(given.sex.rawValue == sex)
    if !origin.isEmpty { #expect(given.origin == origin) }
    guard !family.isEmpty else { return }
    let surname = try #require(
      words.last.flatMap { name in
        lists.surnames.first { $0.text == Array(name.utf8) }
      })
    #expect(surname.origin == family)
  }

  @Test func `the same document and key give the same, another key or document others`() throws {
    let text = "⟨NAME#0|Maria Gonzalez⟩ at ⟨PHONE|(217) 555-0198⟩ in ⟨PLACE|Fargo⟩"
    #expect(try SurrogateTests.redact(text) == SurrogateTests.redact(text))
    #expect(try SurrogateTests.redact(text) != SurrogateTests.redact(text, key: 8))
    #expect(
      try SurrogateTests.words(SurrogateTests.redact(text)).first
        != SurrogateTests.words(SurrogateTests.redact(text + " and more")).first)
  }

  @Test func `no name that stands in the document is drawn`() throws {
    let lists = try RedactionSupport.lists()
    // All but three of the surnames of one origin stand in the text.
    let some = lists.surnames.filter { $0.origin == "korean" }
      .map { String(decoding: $0.text, as: UTF8.self) }
    let free = Set(some.prefix(3))
    let text = some.dropFirst(3).joined(separator: " ").uppercased()
    for key: UInt8 in 0..<10 {
      let words = SurrogateTests.words(
        try SurrogateTests.redact("⟨NAME#0|Jae Kim⟩ ⟨NAME#1|Sung Kang⟩ " + text, key: key))
      #expect(free.contains(words[1]) && free.contains(words[3]) && words[1] != words[3])
    }
  }

  @Test(arguments: [
    ("⟨PHONE|(217) 555-0198⟩", #"\([2-9]\d\d\) 555-01\d\d"#),
    ("⟨PHONE|+1 217.555.0198⟩", #"\+1 [2-9]\d\d\.555\.01\d\d"#),
    ("⟨PHONE|217‑555‑0198⟩", #"[2-9]\d\d‑555‑01\d\d"#), ("⟨PHONE|２17 555 0198⟩", #"\[PHONE-1\]"#),
    ("⟨PHONE|0198⟩", #"555-01\d\d"#), ("⟨PHONE|five five five⟩", #"555-01\d\d"#),
    ("⟨PHONE|555-0198⟩", #"555-01\d\d"#), ("⟨FAX|2175550198⟩", #"[2-9]\d\d55501\d\d"#),
    ("⟨EMAIL|m.g@clinic.example⟩", #"[a-z]+\.[a-z]+\d\d@example\.org"#),
    ("⟨URL|https://forum.example/p/12⟩", #"https://example\.org/[a-z]{6}"#),
    ("⟨IP|10.1.2.3⟩", #"(192\.0\.2|198\.51\.100|203\.0\.113)\.\d+"#),
    ("⟨SSN|123-45-6789⟩", #"9\d\d-[0-4]\d-\d{4}"#), ("⟨SSN|6789⟩", #"\d{4}"#),
    ("⟨MRN|4829-1034⟩", #"[1-9]{4}-[1-9]0[1-9]{2}"#),
    ("⟨ACCOUNT|AB-12x⟩", #"[A-Z]{2}-[1-9]{2}[a-z]"#),
    ("⟨ROOM|Room 412B⟩", #"Room [1-9]{3}[A-Z]"#), ("⟨HANDLE|@mg_92⟩", #"@[a-z]+\d\d"#),
    ("⟨ADDRESS|12 Elm Street⟩", #"[1-9]\d [A-Z][a-z]+ Street"#),
    ("⟨ORG|Fargo Memorial Hospital⟩", "[A-Z][a-z]+ Memorial Hospital"),
    ("⟨ORG|FARGO CLINIC⟩", "[A-Z]+ CLINIC"), ("⟨PLACE|Fargo⟩", "[A-Z][a-z]+"),
    ("⟨BIOMETRIC|iris scan⟩", #"\[BIOMETRIC-1\]"#), ("⟨MRN|on file⟩", #"\[MRN-1\]"#),
    ("⟨NAME|王小明⟩", #"\[NAME-1\]"#),
  ])
  func `a stand-in has its value's shape and is nobody's`(_ marked: String, _ shape: String) throws
  {
    let text = try SurrogateTests.redact("x " + marked)
    #expect(try Regex("x " + shape).wholeMatch(in: text) != nil, "\(text)")
    let value = String(decoding: MarkedText(marked).text, as: UTF8.self)
    #expect(!text.contains(value))
  }

  @Test func `a value keeps one stand-in whatever its punctuation`() throws {
    let text = try SurrogateTests.redact("⟨PHONE|(217) 555-0198⟩|⟨PHONE|217.555.0198⟩")
    let numbers = text.split(separator: "|").map { $0.filter(\.isNumber) }
    #expect(numbers.count == 2 && numbers[0] == numbers[1])
  }

  @Test func `a file name goes on with the text's stand-ins`() throws {
    let text = MarkedText("Saw ⟨NAME#0|Maria Gonzalez⟩.")
    let name = MarkedText("⟨NAME#0|gonzalez⟩ final")
    let redactor = try RedactionSupport.redactor(RedactionSupport.profile(SurrogateTests.all))
    var labels = Labels()
    let first = redactor.redact(text.text, text.findings, &labels)
    let second = redactor.redact(name.text, name.findings, &labels)
    let surname = SurrogateTests.words(String(decoding: first.text, as: UTF8.self)).last
    #expect(String(decoding: second.text, as: UTF8.self) == "\(surname?.lowercased() ?? "") final")
  }

  @Test func `without a key a tag stands, and the entry says so`() {
    let marked = MarkedText("Saw ⟨NAME#0|Maria Gonzalez⟩.")
    let redactor = Redactor(
      profile: RedactionSupport.profile(SurrogateTests.all), restrictedZIP3: [])
    var labels = Labels()
    let redacted = redactor.redact(marked.text, marked.findings, &labels)
    #expect(String(decoding: redacted.text, as: UTF8.self) == "Saw [NAME-1].")
    #expect(redacted.entries.map(\.action) == [.tag])
  }

  @Test func `when all is drawn a tag stands`() throws {
    let phones = (0..<120).map { "⟨PHONE|555-\(1000 + $0)⟩" }.joined(separator: " ")
    let text = try SurrogateTests.redact(phones)
    let numbers = text.split(separator: " ").filter { $0.hasPrefix("555-01") }
    #expect(Set(numbers).count == numbers.count && numbers.count <= 100 && text.contains("[PHONE-"))
  }
}
