/// Whether the parts of a date can be one: the numbers and the English month in an identifier, in any order.
struct CalendarCheck {
  /// A number and how many digits it is written with.
  private struct Number {
    var value: Int
    var width: Int
  }

  private var numbers: [Number] = []
  /// 1...12 for the first month named in letters.
  private var month: Int?

  init(_ identifier: ArraySlice<UInt8>) {
    var index = identifier.startIndex
    while index < identifier.endIndex {
      let rest = identifier[index...]
      let number = rest.prefix(while: ByteClass.isDigit)
      let word = rest.prefix(while: ByteClass.isLetter)
      if !number.isEmpty { append(number) }
      if month == nil, word.count >= 3 { month = CalendarCheck.month(word) }
      index += max(1, number.count, word.count)
    }
  }

  /// Day, month and year of 1800...2200 (or of two digits) that exist together. What follows them, as a time of day,
  /// does not count.
  var isDate: Bool {
    if let month {
      guard numbers.count >= 2 else { return false }
      return CalendarCheck.isDate(numbers[0], month, numbers[1])
        || CalendarCheck.isDate(numbers[1], month, numbers[0])
    }
    guard numbers.count >= 3 else { return false }
    let (first, second, third) = (numbers[0], numbers[1], numbers[2])
    return CalendarCheck.isDate(first, second.value, third)
      || CalendarCheck.isDate(second, first.value, third)
      || CalendarCheck.isDate(third, second.value, first)
      || CalendarCheck.isDate(second, third.value, first)
  }

  /// A month of 1...12 and a day of 1...31, in either order.
  var isMonthDay: Bool {
    if month != nil { return numbers.contains { (1...31).contains($0.value) } }
    guard numbers.count >= 2 else { return false }
    let (first, second) = (numbers[0].value, numbers[1].value)
    return (1...12).contains(first) && (1...31).contains(second)
      || (1...12).contains(second) && (1...31).contains(first)
  }

  /// A run of six or eight digits is day, month and year without marks; so are the first eight of a longer run that
  /// begins with a year, as machines stamp time. Other runs are one number.
  private mutating func append(_ run: ArraySlice<UInt8>) {
    let digits = CheckDigits.digits(of: run)
    let yearFirst = digits.count >= 8 && (18...22).contains(NumberRanges.value(digits[..<2]))
    let isWholeDate =
      digits.count == 6 || digits.count == 8 || (10...14).contains(digits.count) && yearFirst
    guard numbers.isEmpty, month == nil, isWholeDate else {
      numbers.append(Number(value: NumberRanges.value(digits.prefix(9)), width: digits.count))
      return
    }
    var start = 0
    for width in digits.count == 6 ? [2, 2, 2] : yearFirst ? [4, 2, 2] : [2, 2, 4] {
      numbers.append(
        Number(value: NumberRanges.value(digits[start..<(start + width)]), width: width))
      start += width
    }
  }

  private static func isDate(_ day: Number, _ month: Int, _ year: Number) -> Bool {
    guard year.width == 2 || year.width == 4 && (1800...2200).contains(year.value),
      (1...12).contains(month), day.width <= 2
    else { return false }
    return (1...days(inMonth: month, year: year.value)).contains(day.value)
  }

  /// Gregorian; a year of two digits is taken as one of this century, in which the fourth years are leap years.
  private static func days(inMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// The month a word of three letters or more begins, `Sept` included.
  private static func month(_ word: ArraySlice<UInt8>) -> Int? {
    let name = String(decoding: word, as: UTF8.self).lowercased()
    return months.firstIndex { $0.hasPrefix(name) }.map { $0 + 1 }
  }
}
