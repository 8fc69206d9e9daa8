import Testing

@testable import Evaluation

/// Four invented documents with annotations and predictions that touch the corners of the rules: cut names, a combining accent, code
/// points beyond the basic plane, digits of another script, ASCII separators, labels nobody asked for, a wrong offset. The expected
/// tables were printed by the reference implementation, a Python script of the same rules.
enum ScoringFixture {
  static let documents = [
    EvaluationDocument(
      name: "a.txt",
      text:
        "Ms. Ann O'Brien, 93, seen 3 May 2021 in Duluth.\n\u{c9}va \u{d1}u\u{f1}ez called 555-0199."
    ),
    EvaluationDocument(
      name: "b.txt", text: "Hodgkin lymphoma, stage II.\u{1c}\u{2029}No name here."),
    EvaluationDocument(
      name: "c.txt",
      text: "\u{1f600} Ann\u{301} Lee of Minnesota\r\nMRN \u{661}\u{662}\u{663}\u{664}\u{665}"),
    EvaluationDocument(
      name: "d.txt", text: ""),
  ]

  static let gold = [
    GoldSpan(
      file: "a.txt", start: 4, end: 15, label: "PATIENT", hipaa: "NAME",
      text: "Ann O'Brien"),
    GoldSpan(
      file: "a.txt", start: 17, end: 19, hipaa: "AGE",
      text: "93"),
    GoldSpan(
      file: "a.txt", start: 26, end: 36, label: "D", hipaa: "DATE",
      text: "3 May 2021"),
    GoldSpan(
      file: "a.txt", start: 40, end: 46, label: "CITY", hipaa: "LOCATION",
      text: "Duluth"),
    GoldSpan(
      file: "a.txt", start: 48, end: 57, label: "KIN", hipaa: "NAME",
      text: "\u{c9}va \u{d1}u\u{f1}ez"),
    GoldSpan(
      file: "a.txt", start: 65, end: 73, label: "PHONE", hipaa: "CONTACT",
      text: "555-0199"),
    GoldSpan(
      file: "c.txt", start: 2, end: 10, label: "PATIENT", hipaa: "NAME",
      text: "Ann\u{301} Lee"),
    GoldSpan(
      file: "c.txt", start: 14, end: 23, label: "STATE", hipaa: "LOCATION_STATE", required: false,
      text: "Minnesota"),
    GoldSpan(
      file: "c.txt", start: 29, end: 34, label: "MRN", hipaa: "ID",
      text: "\u{661}\u{662}\u{663}\u{664}\u{665}"),
    GoldSpan(
      file: "a.txt", start: 0, end: 3, hipaa: "OTHER", required: false,
      text: "Mr."),
  ]

  static let predicted = [
    PredictedSpan(file: "a.txt", start: 4, end: 9, hipaa: "NAME"),
    PredictedSpan(file: "a.txt", start: 10, end: 19, hipaa: "NAME"),
    PredictedSpan(file: "a.txt", start: 28, end: 36, hipaa: "DATE"),
    PredictedSpan(file: "a.txt", start: 37, end: 43, hipaa: "LOCATION"),
    PredictedSpan(file: "a.txt", start: 48, end: 51, hipaa: "NAME"),
    PredictedSpan(file: "a.txt", start: 65, end: 68, hipaa: "ID"),
    PredictedSpan(file: "b.txt", start: 0, end: 16, hipaa: "NAME"),
    PredictedSpan(file: "b.txt", start: 18, end: 23),
    PredictedSpan(file: "c.txt", start: 2, end: 5, hipaa: "NAME"),
    PredictedSpan(file: "c.txt", start: 7, end: 23, hipaa: "NAME"),
    PredictedSpan(file: "c.txt", start: 29, end: 34, hipaa: "ID"),
    PredictedSpan(file: "a.txt", start: 58, end: 65, hipaa: "WEIRD"),
    PredictedSpan(file: "a.txt", start: 2, end: 3),
  ]
}
