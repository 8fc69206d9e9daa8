import Detection

/// Keeps the year of a date: 45 CFR 164.514(b)(2)(i)(C) lets it stay.
enum YearOnly {
  /// The four digits of the one year in `date`, 1900...2099; nil when there is none or more than one, or when a year
  /// is written with two digits (which century it means is a guess).
  static func year(in date: ArraySlice<UInt8>) -> [UInt8]? {
    var found: [UInt8]?
    var index = date.startIndex
    while index < date.endIndex {
      guard ByteClass.isDigit(date[index]) else {
        index += 1
        continue
      }
      var end = index
      while end < date.endIndex, ByteClass.isDigit(date[end]) { end += 1 }
      // 20240821 begins with its year; 08212024 ends with it and is left to a tag.
      if end - index == 4 || end - index == 8 {
        let year = Array(date[index..<(index + 4)])
        if isYear(year) {
          if let known = found, known != year { return nil }
          found = year
        }
      }
      index = end
    }
    return found
  }

  private static func isYear(_ digits: [UInt8]) -> Bool {
    digits.starts(with: Array("19".utf8)) || digits.starts(with: Array("20".utf8))
  }
}
