import Detection
import Patterns
import Testing

@testable import Redaction

@Suite struct RelativeDayTests {
  private static func redact(_ marked: String) throws -> String {
    try RedactionSupport.redact(
      marked, [.date: .relativeDay, .year: .keep, .age: .ninetyOrOlder, .name: .tag])
  }

  @Test(arguments: [
    ("Seen ⟨DATE|03/14/2023⟩, again ⟨DATE|03/28/2023⟩.", "Seen day 1, again day 15."),
    ("Out ⟨DATE|March 28⟩, in ⟨DATE|March 14, 2023⟩.", "Out day 15, in day 1."),
    ("In ⟨DATE|12/30/2023⟩, out ⟨DATE|1/2⟩.", "In day 1, out day 4."),
    ("In ⟨DATE|2/27/2024⟩, out ⟨DATE|3/1⟩.", "In day 1, out day 4."),
    ("In ⟨DATE|3/14/23⟩, pain on ⟨DATE|3/16-3/18⟩.", "In day 1, pain on days 3-5."),
    ("In ⟨DATE|3/14/23⟩, pain on ⟨DATE|March 16 and 18⟩.", "In day 1, pain on days 3 and 5."),
    ("In ⟨DATE|March 14, 2023⟩, on the ⟨DATE|17th⟩ she left.", "In day 1, on day 4 she left."),
    (
      "In ⟨DATE|March 20, 2023⟩, on the ⟨DATE|17th⟩ she left.",
      "In day 1, on the [DATE-1] she left."
    ),
    ("In ⟨DATE|3/14/2023⟩, since ⟨DATE|March 2023⟩.", "In day 1, since [DATE-1]."),
    ("In ⟨DATE|14/3/2023⟩, out ⟨DATE|4/4/2023⟩.", "In day 1, out day 22."),
    ("⟨DATE|3/14⟩: in. ⟨DATE|3/15⟩: out.", "Day 1: in. Day 2: out."),
    ("On the ⟨DATE|14th of March⟩ she came.", "On day 1 she came."),
    ("The ⟨DATE|14th of March⟩ was cold.", "Day 1 was cold."),
    ("At the ⟨DATE|March 14⟩ visit she sat.", "At the day 1 visit she sat."),
    ("lathe ⟨DATE|3/14/2023⟩", "lathe day 1"),
    ("SEEN ON ⟨DATE|03/14/2023⟩ AT NOON", "SEEN ON DAY 1 AT NOON"),
    ("⟨DATE|Easter Monday⟩ came. Seen ⟨DATE|3/14/2023⟩.", "[DATE-1] came. Seen day 1."),
  ])
  func `a date becomes its day in the course`(text: String, expected: String) throws {
    #expect(try RelativeDayTests.redact(text) == expected)
  }

  @Test(arguments: [
    // Operated on twelve years before: the course is where the dates are.
    (
      "Hip ⟨DATE|5/3/2011⟩. In ⟨DATE|3/14/2023⟩, out ⟨DATE|3/20/2023⟩.",
      "Hip day -4333. In day 1, out day 7."
    ),
    // One date each: the earliest begins.
    ("Seen ⟨DATE|1/1/2018⟩ and ⟨DATE|1/1/2023⟩.", "Seen day 1 and day 1827."),
    (
      "Pain since ⟨DATE|3/13/2021⟩-then. In ⟨DATE|3/14/2023⟩, out ⟨DATE|3/15/2023⟩.",
      "Pain since day 1-then. In day 732, out day 733."
    ),
    (
      "Pain since ⟨DATE|3/12/2021⟩-then. In ⟨DATE|3/14/2023⟩, out ⟨DATE|3/15/2023⟩.",
      "Pain since day -732-then. In day 1, out day 2."
    ),
  ])
  func `what lies before the course counts back and there is no day 0`(
    text: String, expected: String
  ) throws {
    #expect(try RelativeDayTests.redact(text) == expected)
  }

  @Test(arguments: [
    ("DOB: ⟨DATE|3/4/1960⟩. In ⟨DATE|3/14/2023⟩.", "DOB: [DATE-1]. In day 1."),
    ("Born on ⟨DATE|March 4, 2022⟩, in ⟨DATE|3/14/2023⟩.", "Born on [DATE-1], in day 1."),
    ("D.O.B. ⟨DATE|3/4/60⟩. In ⟨DATE|3/14/2023⟩.", "D.O.B. [DATE-1]. In day 1."),
    ("A fall ⟨DATE|3/4/1931⟩. In ⟨DATE|3/14/2023⟩.", "A fall [DATE-1]. In day 1."),
  ])
  func `a day of birth is no day of the course`(text: String, expected: String) throws {
    #expect(try RelativeDayTests.redact(text) == expected)
  }

  @Test func `the file name counts from the text's day 1`() throws {
    let text = MarkedText("In ⟨DATE|3/14/2023⟩, out ⟨DATE|3/20/2023⟩.")
    let name = MarkedText("note ⟨DATE|3-16-23⟩ and ⟨DATE|March 18⟩")
    let redactor = try RedactionSupport.redactor(RedactionSupport.profile([.date: .relativeDay]))
    var labels = Labels()
    _ = redactor.redact(text.text, text.findings, &labels)
    let redacted = redactor.redact(name.text, name.findings, &labels)
    #expect(String(decoding: redacted.text, as: UTF8.self) == "note day 3 and day 5")
  }
}
