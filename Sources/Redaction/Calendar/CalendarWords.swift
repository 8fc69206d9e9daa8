import Detection

/// The English names of months and weekdays, in full and as they are cut short.
enum CalendarWords {
  static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  private static let monthNumbers = numbers(
    months, also: ["sept": 9, "janu": 1, "febr": 2, "mrch": 3, "octo": 10])
  private static let weekdayNumbers = numbers(
    weekdays, also: ["tues": 2, "thur": 4, "thurs": 4, "weds": 3])

  private static func numbers(_ names: [String], also others: [String: Int]) -> [[UInt8]: Int] {
    var numbers: [[UInt8]: Int] = [:]
    for (index, name) in names.enumerated() {
      numbers[Array(name.utf8)] = index + 1
      numbers[Array(name.utf8.prefix(3))] = index + 1
    }
    for (name, number) in others { numbers[Array(name.utf8)] = number }
    return numbers
  }

  /// 1...12 for a word in lower case; nil when it is no month.
  static func month(_ word: [UInt8]) -> Int? { monthNumbers[word] }

  static func isWeekday(_ word: [UInt8]) -> Bool { weekdayNumbers[word] != nil }

  /// The name of `month` cut and capitalised as `written` is; `May` counts as written in full.
  static func name(of month: Int, like written: ArraySlice<UInt8>) -> [UInt8] {
    let name = Array(months[month - 1].utf8)
    let isFull = months.contains { $0.utf8.elementsEqual(written.map { $0 | 0x20 }) }
    return LetterCase(written).applied(to: isFull ? name : Array(name.prefix(3)))
  }
}

/// How the letters of a word are written.
enum LetterCase {
  case lower, upper, title

  /// - Parameter word: UTF-8; an accent changes no letter's case.
  init(_ word: some Collection<UInt8>) {
    let letters = TextView(Array(word)).bytes.filter(ByteClass.isLetter)
    if letters.count > 1, letters.allSatisfy(ByteClass.isUpper) {
      self = .upper
    } else {
      self = letters.first.map(ByteClass.isUpper) == true ? .title : .lower
    }
  }

  /// `word`, of ASCII lower-case letters beyond the first, written so.
  func applied(to word: [UInt8]) -> [UInt8] {
    switch self {
    case .lower: word.map { ByteClass.isUpper($0) ? $0 | 0x20 : $0 }
    case .upper: word.map { $0 >= 0x61 && $0 <= 0x7a ? $0 & 0xdf : $0 }
    case .title:
      word.prefix(1).map { $0 >= 0x61 && $0 <= 0x7a ? $0 & 0xdf : $0 } + word.dropFirst()
    }
  }
}
