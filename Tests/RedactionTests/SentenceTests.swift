import Detection
import Patterns
import Testing

@testable import Redaction

@Suite struct SentenceTests {
  private static func tag(_ marked: String) throws -> String {
    try RedactionSupport.redact(marked, [.age: .ninetyOrOlder, .agePermitted: .tag])
  }

  @Test(arguments: [
    ("an ⟨STATE|Ohio⟩ farmer", "a [STATE-1] farmer"),
    ("a ⟨ORG|Mayo Clinic⟩ nurse", "an [ORG-1] nurse"),
    ("A ⟨ORG|Mayo Clinic⟩ nurse", "An [ORG-1] nurse"), ("an ⟨ORG|Aetna⟩ plan", "an [ORG-1] plan"),
    ("(a ⟨ADDRESS|Boston⟩ man)", "(an [ADDRESS-1] man)"), ("an ⟨AGE|94⟩ y/o F", "a 90 or older F"),
    ("a ⟨AGE_UNDER_90|47⟩-year-old", "an [AGE_UNDER_90-1]-year-old"),
    ("hepatitis A ⟨ORG|Mayo⟩", "hepatitis A [ORG-1]"), ("vitamina ⟨ORG|Mayo⟩", "vitamina [ORG-1]"),
    ("a  ⟨ORG|Mayo⟩", "a  [ORG-1]"), ("a ⟨MRN|12⟩", "an [MRN-1]"),
  ])
  func `the article fits what is written`(text: String, expected: String) throws {
    #expect(try SentenceTests.tag(text) == expected)
  }

  @Test(arguments: [
    ("⟨NAME#0|Maria Novak's⟩ daughter", "[NAME-1]'s daughter"),
    ("⟨NAME#0|Maria Novak’s⟩ daughter", "[NAME-1]’s daughter"),
    ("⟨NAME#0|MARIA'S⟩ DAUGHTER", "[NAME-1]'S DAUGHTER"),
    ("⟨NAME#0|Maria Novak⟩'s daughter", "[NAME-1]'s daughter"),
    ("⟨ORG|St. Mary's⟩ nurses", "[ORG-1]'s nurses"), ("⟨NAME|Otis⟩ left", "[NAME-1] left"),
    ("⟨ID|12's⟩ x", "[ID-1] x"), ("⟨NAME|James⟩' daughter", "[NAME-1]'s daughter"),
    ("⟨NAME|James⟩’ daughter", "[NAME-1]’s daughter"),
    ("the '⟨NAME|James⟩' case", "the '[NAME-1]' case"),
    ("⟨NAME|JAMES⟩' BAG", "[NAME-1]'S BAG"), ("'by ⟨NAME|James⟩', he", "'by [NAME-1]', he"),
    ("⟨NAME|Ann⟩' x", "[NAME-1]' x"),
  ])
  func `a possessive stays a possessive`(text: String, expected: String) throws {
    #expect(try SentenceTests.tag(text) == expected)
  }

  @Test func `the possessive is no part of the value that is sought again`() throws {
    let marked = MarkedText("⟨NAME#0|Quillon's⟩ bag")
    var labels = Labels()
    let redacted = Redactor(profile: RedactionSupport.profile([:]), restrictedZIP3: [])
      .redact(marked.text, marked.findings, &labels)
    #expect(redacted.entries.map(\.finding.range) == [0..<7])
    let values = RemovedValues(marked.text, redacted.entries, isOrdinary: { _ in false })
    let written = WrittenSpans(redacted.entries)
    #expect(values.search(Array("[NAME-1]'s bag, quillon".utf8), outside: written).count == 1)
  }

  @Test(arguments: [
    ("an ⟨AGE|94⟩-year-old man", "a 90-or-older-year-old man"),
    ("her ⟨AGE|95th⟩ birthday", "her 90th or later birthday"),
    ("his ⟨AGE|ninetieth⟩ birthday", "his 90th or later birthday"),
    ("the ⟨AGE|101st⟩-birthday supper", "the 90th-or-later-birthday supper"),
    ("in his ⟨AGE|93rd⟩ year", "in his 90th or later year"),
    ("a ⟨AGE|nonagenarian⟩", "a person aged 90 or older"),
    ("two ⟨AGE|centenarians⟩", "two people aged 90 or older"),
    ("aunts ⟨AGE|in their nineties⟩ now", "aunts 90 or older now"),
    ("in her ⟨AGE|mid-nineties⟩", "in her nineties or later"),
    ("the ⟨AGE|tenth decade of life⟩", "the tenth or later decade of life"),
    ("she is ⟨AGE|ninety-three⟩.", "she is 90 or older."),
    ("AGE OF ⟨AGE|93⟩ YEARS", "AGE OF 90 OR OLDER"),
    ("is ⟨AGE|two years short of 100⟩ and", "is 90 or older and"),
  ])
  func `an age over 89 is told as the one category`(text: String, expected: String) throws {
    #expect(try SentenceTests.tag(text) == expected)
  }

  private static func remove(_ marked: String) throws -> String {
    try RedactionSupport.redact(
      marked,
      Dictionary(uniqueKeysWithValues: Patterns.Category.allCases.map { ($0, .remove) }))
  }

  @Test(arguments: [
    ("Call ⟨PHONE|555-0198⟩ now.", "Call now."), ("Call ⟨PHONE|555-0198⟩.", "Call."),
    ("Call (⟨PHONE|555-0198⟩) now.", "Call now."), ("The \"⟨NAME|Duke⟩\" left.", "The left."),
    ("With ⟨NAME|Ann⟩, ⟨NAME|Bea⟩, and Co.", "With, and Co."),
    ("Aged, ⟨PHONE|555⟩, tired", "Aged, tired"), ("By phone, ⟨PHONE|555⟩.", "By phone."),
    ("⟨NAME|Ann⟩ came. ⟨NAME|Bea⟩ left.", "Came. Left."), ("⟨NAME|ann⟩ came", "came"),
    ("Cold. ⟨NAME|Ann⟩, born here", "Cold. Born here"), ("saw ⟨NAME|James⟩' wife", "saw wife"),
    ("Attending: ⟨NAME|Ann⟩, MD", "Attending: MD"), ("see Dr. ⟨NAME|Lee⟩.", "see Dr."),
    ("⟨NAME|Ann⟩'s bag", "Bag"), ("⟨NAME|Ann's⟩ bag", "Bag"), ("an ⟨STATE|Ohio⟩ farm", "a farm"),
    ("so #⟨NAME|Ann⟩ and @⟨HANDLE|bea⟩ go", "so and go"),
    ("Pt: ⟨NAME|A⟩    Age: 3", "Pt:    Age: 3"),
    ("one\n⟨NAME|Ann⟩\nthree", "one\n\nthree"), ("- ⟨NAME|Ann⟩ came\n", "- Came\n"),
    ("  ⟨ID|77⟩ left", "  Left"), ("⟨NAME|Ann⟩", ""), ("x⟨ID|1⟩y", "xy"),
    ("(⟨NAME|Ann⟩ ⟨NAME|Bea⟩)", ""), ("aunt, ⟨NAME|Ann⟩ (⟨PHONE|555⟩), came", "aunt, came"),
    ("Call ⟨NAME|Ann⟩ ⟨NAME|Bea⟩.", "Call."), ("a ⟨STATE|Texas⟩ ox", "an ox"),
  ])
  func `what is removed leaves no gap`(text: String, expected: String) throws {
    #expect(try SentenceTests.remove(text) == expected)
  }

  @Test(arguments: [
    ("saw ⟨NAME#0|Maria\nNovak⟩ today", "saw [NAME-1]\ntoday"),
    ("saw ⟨NAME#0|Maria\r\nNovak⟩.", "saw [NAME-1]\r\n."),
    ("⟨ADDRESS|12 Elm St\nFargo\nND⟩\nTel", "[ADDRESS-1]\n\n\nTel"),
    ("saw ⟨NAME#0|Nov-\nak⟩ today", "saw [NAME-1]\ntoday"),
  ])
  func `lines keep their numbers`(text: String, expected: String) throws {
    #expect(try SentenceTests.tag(text) == expected)
  }
}
