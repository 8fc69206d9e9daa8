import Detection
import Patterns
import Testing

@testable import Redaction

@Suite struct OperatorTests {
  private static func redact(
    _ text: String, _ value: String, _ category: Category, _ action: Operator
  )
    -> String
  {
    let bytes = Array(text.utf8)
    let needle = Array(value.utf8)
    let start = (0...(bytes.count - needle.count)).first { bytes[$0...].starts(with: needle) } ?? 0
    let profile = Profile(
      name: "test", version: 1, summary: "", operators: [category: action], suspicion: 900)
    let finding = Finding(
      range: start..<(start + needle.count), category: category, rule: "test/rule", confidence: 900)
    var labels = Labels()
    let redacted = Redactor(profile: profile, restrictedZIP3: ["036", "821"]).redact(
      bytes, [finding], &labels)
    return String(decoding: redacted.text, as: UTF8.self)
  }

  @Test(arguments: [
    ("seen by Ann Lee's team", "Ann Lee", Category.name, Operator.tag, "seen by [NAME-1]'s team"),
    ("on 04/13/1993 in", "04/13/1993", .date, .year, "in 1993 in"),
    ("on April 13th, 1993.", "April 13th, 1993", .date, .year, "in 1993."),
    ("on 2024-08-21T10:00", "2024-08-21", .date, .year, "in 2024T10:00"),
    ("On 3/14/2023 we", "3/14/2023", .date, .year, "In 2023 we"),
    ("ON 3/14/2023 WE", "3/14/2023", .date, .year, "IN 2023 WE"),
    ("on the 14th of March 2023", "14th of March 2023", .date, .year, "in 2023"),
    ("the morning of May 4, 2023", "May 4, 2023", .date, .year, "a morning in 2023"),
    ("On the evening of 5/4/2023 he", "5/4/2023", .date, .year, "On an evening in 2023 he"),
    ("The week of 5/4/2023", "5/4/2023", .date, .year, "A week in 2023"),
    ("THE DAY OF 5/4/2023", "5/4/2023", .date, .year, "A DAY IN 2023"),
    ("the scan of 5/4/2023", "5/4/2023", .date, .year, "the scan of 2023"),
    ("the 3/14/2023 visit", "3/14/2023", .date, .year, "the 2023 visit"),
    ("salon 3/14/2023", "3/14/2023", .date, .year, "salon 2023"),
    ("follow-on 3/14/2023", "3/14/2023", .date, .year, "follow-on 2023"),
    ("on 2023 alone", "2023", .date, .year, "on 2023 alone"),
    ("on 3/14 again", "3/14", .date, .year, "on [DATE-1] again"),
    ("on 3/14/24 again", "3/14/24", .date, .year, "on [DATE-1] again"),
    ("2019 to 2020 it", "2019 to 2020", .date, .year, "[DATE-1] it"),
    ("on 20240821.", "20240821", .date, .year, "in 2024."),
    ("MN 55806 here", "55806", .zip, .zip3, "MN 558 here"),
    ("WY 82101-1234", "82101-1234", .zip, .zip3, "WY 000"),
    ("APO 09601", "09601", .zip, .zip3, "APO 000"),
    ("EX2 5DW", "EX2 5DW", .zip, .zip3, "[ZIP-1]"),
    ("a 93-year-old", "93", .age, .ninetyOrOlder, "a 90-or-older-year-old"),
    ("is 93 years of age.", "93", .age, .ninetyOrOlder, "is 90 or older."),
    ("93 Y.O. F", "93", .age, .ninetyOrOlder, "90 or older F"),
    ("93 years-old", "93", .age, .ninetyOrOlder, "90 or older years-old"),
    ("93 yogis", "93", .age, .ninetyOrOlder, "90 or older yogis"),
    ("id AB-12é!", "AB-12é", .id, .mask, "id **-***!"),
    ("call 555 now", "555 ", .phone, .remove, "call now"),
    ("in Ohio", "Ohio", .state, .keep, "in Ohio"),
  ])
  func `an operator rewrites a finding`(
    _ text: String, _ value: String, _ category: Category, _ action: Operator, _ expected: String
  ) {
    #expect(OperatorTests.redact(text, value, category, action) == expected)
  }
}
