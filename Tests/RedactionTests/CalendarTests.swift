import Patterns
import TestSupport
import Testing

@testable import Redaction

@Suite struct CalendarTests {
  @Test(arguments: [
    (1970, 1, 1, 0), (1970, 1, 2, 1), (1969, 12, 31, -1), (2000, 2, 29, 11016),
    (2023, 3, 14, 19430), (1900, 3, 1, -25508), (2100, 2, 28, 47540),
  ])
  func `a day has its number and a number its day`(year: Int, month: Int, day: Int, number: Int)
    throws
  {
    let civil = try #require(CivilDay(year: year, month: month, day: day))
    #expect(civil.number == number)
    #expect(civil.parts == (year, month, day))
  }

  @Test(arguments: [
    (2023, 2, 29), (1900, 2, 29), (2023, 4, 31), (2023, 13, 1), (2023, 0, 1), (2023, 1, 0),
    (0, 1, 1), (2023, 1, 32),
  ])
  func `there is no such day`(year: Int, month: Int, day: Int) {
    #expect(CivilDay(year: year, month: month, day: day) == nil)
  }

  @Test func `every day of four hundred years follows the one before`() {
    var parts = CivilDay(number: -30_000).parts
    var wrong: [Int] = []
    for number in -29_999...116_097 {
      let next = CivilDay(number: number).parts
      let isNextDay = next == (parts.year, parts.month, parts.day + 1)
      let isNextMonth =
        next.day == 1 && parts.day == CivilDay.length(ofMonth: parts.month, in: parts.year)
      let isBack =
        CivilDay(year: next.year, month: next.month, day: next.day) == CivilDay(number: number)
      if !(isNextDay || isNextMonth) || !isBack { wrong.append(number) }
      parts = next
    }
    #expect(wrong == [])
  }

  private static func read(_ value: String, isDayFirst: Bool = false) -> String {
    guard let date = WrittenDate(Array(value.utf8), isDayFirst: isDayFirst) else { return "none" }
    return date.days.map { day in
      [day.year, day.month, day.day].map { $0.map { String($0.value) } ?? "?" }
        .joined(separator: "-")
    }.joined(separator: date.isPair ? " and " : " to ")
  }

  @Test(arguments: [
    ("03/14/2023", "2023-3-14"), ("3/14/23", "23-3-14"), ("14/3/2023", "2023-3-14"),
    ("3/14", "?-3-14"), ("14.3.2023", "2023-3-14"), ("2023-03-14", "2023-3-14"),
    ("2023-03-14T10:00:00Z", "2023-3-14"), ("20230314", "2023-3-14"),
    ("March 14, 2023", "2023-3-14"), ("March 14th", "?-3-14"), ("14 March 2023", "2023-3-14"),
    ("the 14th of March", "?-3-14"), ("14-Mar-23", "23-3-14"), ("14MAR2023", "2023-3-14"),
    ("Tuesday, March 14, 2023", "2023-3-14"), ("Mar '23", "23-3-?"), ("March 2023", "2023-3-?"),
    ("03/2023", "2023-3-?"), ("14th", "?-?-14"), ("2023", "2023-?-?"),
    ("March 14-16, 2023", "2023-3-14 to 2023-3-16"), ("14-16 March", "?-3-14 to ?-3-16"),
    ("3/14-3/16", "?-3-14 to ?-3-16"), ("12/30/23-1/2/24", "23-12-30 to 24-1-2"),
    ("March 3 and 5", "?-3-3 and ?-3-5"), ("March 14 – April 2, 2023", "2023-3-14 to 2023-4-2"),
    ("from here", "none"), ("l4/3/2023", "none"), ("3/14/2023/5", "none"), ("45/3", "none"),
    ("Easter 2023", "none"), ("", "none"), ("12:30", "none"), ("2019 to 2020", "none"),
  ])
  func `a date is read however it is written`(value: String, expected: String) {
    #expect(CalendarTests.read(value) == expected)
  }

  @Test(arguments: [("4/3/2023", true, "2023-3-4"), ("4/3/2023", false, "2023-4-3")])
  func `a document's habit tells which number is the day`(
    value: String, isDayFirst: Bool, expected: String
  ) {
    #expect(CalendarTests.read(value, isDayFirst: isDayFirst) == expected)
  }

  @Test func `no bytes make the reader fail`() {
    var random = SeededGenerator(seed: 11)
    let alphabet = Array("0123456789/-. ,MarchTueth'’–of\n".utf8)
    for _ in 0..<20_000 {
      let value = (0..<Int.random(in: 0...14, using: &random)).map { _ in
        alphabet.randomElement(using: &random) ?? 0x30
      }
      for day in WrittenDate(value, isDayFirst: false)?.days ?? [] {
        for field in [day.year, day.month, day.day].compactMap({ $0 }) {
          #expect(field.range.upperBound <= value.count)
        }
      }
    }
  }
}
