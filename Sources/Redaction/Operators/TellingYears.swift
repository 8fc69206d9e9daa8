import Detection
import Patterns

/// The years of a document that tell an age over 89: 45 CFR 164.514(b)(2)(i)(C) lets years stay, but "all elements of
/// dates (including year) indicative of such age" go.
///
/// Whether a year is one of birth is not asked: "the summer of 1931" in a note of 2023 tells as much.
struct TellingYears {
  /// Seen so many years later, someone born in a year is 90 that year, or 89 until the birthday.
  private static let span = 90
  /// Where the text says that someone is 90 or more, years this much earlier than the newest go too: the note itself may
  /// be newer than any year it names.
  private static let spanBesideAge = 80

  private let newest: Int
  private let span: Int
  private let isOnlyYear: Bool

  /// - Parameters:
  ///   - text: the document's UTF-8 text.
  ///   - findings: all of the document's findings, in byte offsets of `text`.
  init(in text: [UInt8], _ findings: [Finding]) {
    let years = findings.filter { $0.category == .date || $0.category == .year }
      .compactMap { TellingYears.year(in: text[$0.range]) }
    let hasAge = findings.contains { $0.category == .age }
    newest = years.max() ?? 0
    span = hasAge ? TellingYears.spanBesideAge : TellingYears.span
    isOnlyYear = hasAge && Set(years).count == 1
  }

  /// Whether the one year in `value` must not stay.
  func contains(_ value: ArraySlice<UInt8>) -> Bool {
    guard let year = TellingYears.year(in: value) else { return false }
    return isOnlyYear || newest - year >= span
  }

  private static func year(in value: ArraySlice<UInt8>) -> Int? {
    YearOnly.year(in: value).flatMap { Int(String(decoding: $0, as: UTF8.self)) }
  }
}
