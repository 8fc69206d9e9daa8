import Detection
import Patterns
import TestSupport
import Testing

@testable import Redaction

/// Random texts with random findings, under random operators.
@Suite struct RedactionPropertyTests {
  private struct Sample {
    var text: [UInt8] = []
    var findings: [Finding] = []
    /// The values of findings, each met nowhere else in the text.
    var values: [[UInt8]] = []
  }

  private static let gaps = [
    " ", ", ", ". ", "\n", " a ", " an ", "'s ", " (", ") ", ": ", " the ", "; ", "\r\n- ", " x ",
    "\" ", " \"", " – ", "\t| ", "", " é ", "' a", "’ b",
  ]

  /// Values with a number of their own, so that each can be told apart in the output.
  private static func value(
    _ category: Patterns.Category, _ number: Int, _ random: inout SeededGenerator
  ) -> String {
    let letters = ["Qua", "Zor", "Vex", "Jyl"].randomElement(using: &random) ?? "Qua"
    let digits = String(number, radix: 16).utf8.map { UInt8(ascii: "a") + $0 % 16 }
    let word = letters + String(decoding: digits, as: UTF8.self)
    switch category {
    case .date:
      let year = 2010 + number % 15
      let forms = [
        "0\(1 + number % 9)/\(10 + number % 18)/\(year)", "March \(1 + number % 28), \(year)",
        "Easter \(word)",
      ]
      return forms.randomElement(using: &random) ?? forms[0]
    case .name: return "\(word) \(word)son" + (number % 3 == 0 ? "'s" : number % 3 == 1 ? "s" : "")
    case .age: return "9\(number % 10)"
    case .phone, .fax, .ssn, .record: return "\(7_000_000 + number * 131)-\(number)"
    default: return "\(word)-\(number)\(number % 5 == 0 ? "\nof \(word)" : "")"
    }
  }

  private static func sample(_ random: inout SeededGenerator) -> Sample {
    var sample = Sample()
    for number in 0..<Int.random(in: 0...12, using: &random) {
      sample.text += (gaps.randomElement(using: &random) ?? " ").utf8
      guard let category = Patterns.Category.allCases.randomElement(using: &random) else {
        continue
      }
      let value = Array(value(category, number * 7 + 3, &random).utf8)
      let start = sample.text.count
      sample.text += value
      var finding = Finding(
        range: start..<sample.text.count, category: category, rule: "test/rule", confidence: 900)
      if category == .name { finding.subject = number }
      sample.findings.append(finding)
      sample.values.append(value)
    }
    sample.text += (gaps.randomElement(using: &random) ?? " ").utf8
    return sample
  }

  private static func profile(_ random: inout SeededGenerator) -> Profile {
    var operators: [Patterns.Category: Redaction.Operator] = [:]
    for category in Patterns.Category.allCases {
      operators[category] = Operator.allCases.filter { $0.applies(to: category) }
        .randomElement(using: &random)
    }
    return RedactionSupport.profile(operators)
  }

  private static func contains(_ text: [UInt8], _ value: some Collection<UInt8>) -> Bool {
    guard value.count <= text.count, !value.isEmpty else { return false }
    return (0...(text.count - value.count)).contains { text[$0...].starts(with: value) }
  }

  @Test func `no profile ever puts out a removed value`() throws {
    var random = SeededGenerator(seed: 20)
    for _ in 0..<500 {
      let sample = RedactionPropertyTests.sample(&random)
      let redactor = try RedactionSupport.redactor(RedactionPropertyTests.profile(&random))
      var labels = Labels()
      let redacted = redactor.redact(sample.text, sample.findings, &labels)
      for (entry, value) in zip(redacted.entries, sample.values) {
        // An age is two digits, which stand in other numbers by chance; two dates may be a number of weeks apart.
        guard entry.action != .keep, entry.finding.category != .age, entry.action != .dateShift
        else { continue }
        let name = Array(value[..<(value.count - Possessive.ending(of: value[...]))])
        let isElsewhere = redacted.entries.contains { other in
          other.action == .dateShift
            && RedactionPropertyTests.contains(Array(redacted.text[other.replacement]), name)
        }
        #expect(
          isElsewhere || !RedactionPropertyTests.contains(redacted.text, name),
          "\(entry.action) \(String(decoding: sample.text, as: UTF8.self)) -> \(String(decoding: redacted.text, as: UTF8.self))"
        )
      }
      for entry in redacted.entries where entry.action == .dateShift {
        #expect(!redacted.text[entry.replacement].elementsEqual(sample.text[entry.finding.range]))
      }
    }
  }

  @Test func `entries account for every finding, in order, and lie where they say`() throws {
    var random = SeededGenerator(seed: 21)
    for _ in 0..<500 {
      let sample = RedactionPropertyTests.sample(&random)
      let redactor = try RedactionSupport.redactor(RedactionPropertyTests.profile(&random))
      var labels = Labels()
      let redacted = redactor.redact(sample.text, sample.findings, &labels)
      #expect(redacted.entries.map(\.finding.category) == sample.findings.map(\.category))
      var end = 0
      for entry in redacted.entries {
        #expect(
          entry.replacement.lowerBound >= end && entry.replacement.upperBound <= redacted.text.count
        )
        end = entry.replacement.upperBound
        let written = Array(redacted.text[entry.replacement])
        if entry.action == .tag { #expect(written == Array("[\(entry.label)]".utf8)) }
        if entry.action == .keep { #expect(written == Array(sample.text[entry.finding.range])) }
        if entry.action == .remove { #expect(written == []) }
      }
      #expect(String(validating: redacted.text, as: UTF8.self) != nil)
    }
  }

  @Test func `lines keep their number under every operator`() throws {
    var random = SeededGenerator(seed: 22)
    for _ in 0..<500 {
      let sample = RedactionPropertyTests.sample(&random)
      let redactor = try RedactionSupport.redactor(RedactionPropertyTests.profile(&random))
      var labels = Labels()
      let redacted = redactor.redact(sample.text, sample.findings, &labels)
      #expect(
        redacted.text.count { $0 == 0x0a } == sample.text.count { $0 == 0x0a },
        "\(String(decoding: sample.text, as: UTF8.self).debugDescription) -> \(String(decoding: redacted.text, as: UTF8.self).debugDescription)"
      )
    }
  }

  @Test func `the same again gives the same bytes, and the second time the same labels`() throws {
    var random = SeededGenerator(seed: 23)
    for _ in 0..<300 {
      let sample = RedactionPropertyTests.sample(&random)
      let redactor = try RedactionSupport.redactor(RedactionPropertyTests.profile(&random))
      var labels = Labels()
      let first = redactor.redact(sample.text, sample.findings, &labels)
      let again = redactor.redact(sample.text, sample.findings, &labels)
      var others = Labels()
      #expect(redactor.redact(sample.text, sample.findings, &others).text == first.text)
      #expect(again.text == first.text && again.entries == first.entries)
    }
  }
}

/// Findings that no recognizer would make: cutting through words, marks and each other's edges.
@Suite struct UnlikelyFindingsTests {
  @Test func `no cut of a text makes redaction fail or lose what is between`() throws {
    var random = SeededGenerator(seed: 24)
    let pieces = [
      "James' wife", "Ann's", "’s", "' ", " (", ")", "\"", ", ", ".", "\r\n", "-\n", "the ", "a ",
      "an ",
      "03/14/2023", "March 14-16", "95th", "on ", "#", "@x", "é", "–", "M.G.", "12 Elm St", "7",
    ]
    for _ in 0..<2000 {
      let text = Array(
        (0..<Int.random(in: 1...9, using: &random)).map { _ in
          pieces.randomElement(using: &random) ?? "x"
        }.joined().utf8)
      var findings: [Finding] = []
      var start = 0
      while start < text.count {
        let lower = Int.random(in: start...text.count, using: &random)
        let upper = min(text.count, lower + Int.random(in: 1...12, using: &random))
        guard lower < upper, let category = Patterns.Category.allCases.randomElement(using: &random)
        else { break }
        findings.append(
          Finding(range: lower..<upper, category: category, rule: "test/rule", confidence: 900))
        start = upper
      }
      var operators: [Patterns.Category: Redaction.Operator] = [:]
      for category in Patterns.Category.allCases {
        operators[category] = Operator.allCases.filter { $0.applies(to: category) }
          .randomElement(using: &random)
      }
      let redactor = try RedactionSupport.redactor(RedactionSupport.profile(operators))
      var labels = Labels()
      let redacted = redactor.redact(text, findings, &labels)
      #expect(redacted.entries.count == findings.count)
      var end = 0
      for entry in redacted.entries {
        #expect(entry.replacement.lowerBound >= end)
        end = entry.replacement.upperBound
      }
      #expect(end <= redacted.text.count)
      #expect(
        redacted.text.count { $0 == 0x0a } == text.count { $0 == 0x0a },
        "\(String(decoding: text, as: UTF8.self).debugDescription)")
    }
  }
}
