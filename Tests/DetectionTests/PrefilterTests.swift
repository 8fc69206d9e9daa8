import Lexicons
import PCRE2
import Patterns
import Testing

@testable import Detection

@Suite struct PrefilterTests {
  private static func decide(_ requirements: [Requirement], _ text: String) -> [Bool] {
    var scratch = PatternScratch(limits: MatchLimits())
    let bytes = TextView(Array(text.utf8)).bytes
    Prefilter(requirements).decide(bytes.span, &scratch)
    return scratch.isWorthwhile
  }

  @Test(arguments: [
    (Requirement(), "", true),
    (Requirement(literals: ["mrn"]), "the MRN is", true),
    (Requirement(literals: ["MRN", "chart"]), "her Chart", true),
    (Requirement(literals: ["mrn"]), "m r n", false),
    (Requirement(digits: 3), "1 a 2 b 3", true),
    (Requirement(digits: 3), "1 a 2 b", false),
    (Requirement(literals: ["mrn"], digits: 2), "mrn 1", false),
    (Requirement(literals: ["mrn"], digits: 2), "mrn 12", true),
    (Requirement(literals: ["mrn"], digits: 2), "12", false),
    (Requirement(literals: ["señor"]), "SEÑOR Ruiz", true),
    (Requirement(literals: ["№"]), "№ 4", true),
    (Requirement(literals: [":"]), "a: b", true),
  ])
  func `a text that lacks what a rule requires is not searched`(
    _ requirement: Requirement, _ text: String, _ isWorthwhile: Bool
  ) {
    #expect(PrefilterTests.decide([requirement], text) == [isWorthwhile])
  }

  @Test func `rules are decided apart, and each text anew`() {
    let requirements = [Requirement(literals: ["ab"]), Requirement(literals: ["b"])]
    #expect(PrefilterTests.decide(requirements, "ab") == [true, true])
    #expect(PrefilterTests.decide(requirements, "cb") == [false, true])
    var scratch = PatternScratch(limits: MatchLimits())
    let filter = Prefilter(requirements)
    filter.decide(Array("ab".utf8).span, &scratch)
    filter.decide(Array("b".utf8).span, &scratch)
    #expect(scratch.isWorthwhile == [false, true])
  }

  @Test func `a rule finds nothing in a text that lacks what it requires, wherever its match lies`()
    throws
  {
    let rule = RuleSearch.Rule(
      id: "t/rule", pattern: try CompiledPattern("[A-Z]{2}\\d", options: [.utf]), groups: [0],
      requirement: Requirement(literals: ["code"], digits: 2))
    var scratch = PatternScratch(limits: MatchLimits())
    for filtering in [RuleFiltering.always, .whenItPays] {
      let search = RuleSearch([rule], filtering: filtering)
      for (text, count) in [
        ("AB1", 0), ("AB1 CD2", 0), ("AB1 code", 0), ("AB1 CD2 Code", 2), ("code 7 AB1", 1),
      ] {
        var found = 0
        try search.each(in: Array(text.utf8).span, &scratch) { _, _ in found += 1 }
        #expect(found == count, "\(text)")
      }
    }
  }

  @Test func `the automaton meets exactly the literals that stand in a text`() {
    var random = SplitMix(state: 11)
    let letters = Array("aAbBc1é".unicodeScalars)
    func word(_ longest: Int) -> [UInt8] {
      let count = 1 + Int(random.next() % UInt64(longest))
      let scalars = (0..<count).map { _ in letters[Int(random.next() % UInt64(letters.count))] }
      return scalars.flatMap { Array(String($0).utf8) }
    }
    for _ in 0..<400 {
      let words = (0..<(1 + Int(random.next() % 8))).map { _ in word(4) }
      let text = word(30)
      let automaton = LiteralAutomaton(words)
      var isMet = [Bool](repeating: false, count: automaton.literals.count)
      let digits = automaton.scan(text.span, &isMet)
      #expect(digits == text.filter(ByteClass.isDigit).count)
      let met = Set(isMet.indices.filter { isMet[$0] }.flatMap { automaton.literals[$0] })
      let lowered = text.map(LiteralAutomaton.lowered)
      for (index, word) in words.enumerated() {
        let stands = lowered.firstRange(of: word.map(LiteralAutomaton.lowered)) != nil
        #expect(met.contains(index) == stands)
      }
    }
  }

  @Test func `literals are met where they end, however a text is cut into stretches`() {
    var random = SplitMix(state: 12)
    func letters(_ count: UInt64) -> [UInt8] {
      (0..<count).map { _ in Array("aAb1 ".utf8)[Int(random.next() % 5)] }
    }
    for _ in 0..<200 {
      let words = (0...random.next() % 6).map { _ in letters(1 + random.next() % 5) }
      let text = letters(random.next() % 90)
      let automaton = LiteralAutomaton(words)
      var met: [[Int]] = Array(repeating: [], count: text.count + 1)
      var hits = LiteralHits()
      var from = 0
      while from < text.count {
        let end = min(text.count, from + 1 + Int(random.next() % 40))
        automaton.find(in: text.span, from..<end, &hits)
        for hit in hits.quarters.joined() {
          #expect(hit.end > from && hit.end <= end)
          met[hit.end] += automaton.literals[Int(hit.number)]
        }
        from = end
      }
      let lowered = text.map(LiteralAutomaton.lowered)
      for end in met.indices {
        let standing = words.indices.filter {
          lowered[..<end].suffix(words[$0].count) == words[$0].map(LiteralAutomaton.lowered)[...]
        }
        #expect(met[end].sorted() == standing)
      }
    }
  }

  @Test func `findings are the same with and without it`() throws {
    let rules = try [
      pattern(
        "(?i)\\bMRN\\W+(?<phi>\\d{4,8})", id: "t/mrn", requires: .init(literals: ["mrn"], digits: 4)
      ),
      pattern("\\b\\d{3}-\\d{4}\\b", id: "t/phone", requires: .init(digits: 7)),
      pattern("\\S+@\\S+", id: "t/mail", requires: .init(literals: ["@"])),
      pattern("Dr\\.\\s(?<phi>[A-Z]\\w+)", id: "t/dr", requires: .init(literals: ["dr."])),
      pattern("[A-Z]{2}\\d", id: "t/free"),
      pattern("no\\sshow|noted", id: "t/no", requires: .init(literals: ["no show", "noted"])),
    ]
    let guards = [
      Guard(
        id: "t/guard", finds: "", compiled: try CompiledPattern("code [A-Z]{2}\\d"),
        requirement: .init(literals: ["code"], digits: 1), against: [.id], confidence: 900)
    ]
    let pieces = [
      "MRN", "mrn ", ": ", "4711", "555-0198", " ", "\n", "a@b.org", "Dr. Who", "DR. WHO", "AB1",
      "code ", "no", " show", "noted", "é", "№", "７", "1", "x",
    ]
    let filtered = Detector(
      lexicon: Lexicon(), patterns: rules, guards: guards, filtering: .always)
    let unfiltered = Detector(
      lexicon: Lexicon(), patterns: rules, guards: guards, filtering: .never)
    var random = SplitMix(state: 3)
    var scratch = DetectionScratch()
    var count = 0
    for _ in 0..<600 {
      let text = (0..<(Int(random.next() % 14))).map { _ in
        pieces[Int(random.next() % UInt64(pieces.count))]
      }.joined()
      let with = try filtered.detect(Array(text.utf8), &scratch).findings
      let without = try unfiltered.detect(Array(text.utf8), &scratch).findings
      #expect(with == without, "\(text)")
      count += with.count
    }
    #expect(count > 600)
  }
}
