extension DocumentRefill {
  /// Another date in the same layout; numbers that may be a month stay below 13, so that the date stays valid.
  mutating func refilledDate(_ text: String) -> String {
    if words.holidays.contains(PersonNames.key(text)) {
      return LetterCase(of: text).write(draw("holiday"))
    }
    let runs = TextPart.runs(of: text)
    var out = ""
    var day: Int?
    for (index, run) in runs.enumerated() {
      let neighbours = (
        before: index > 0 ? runs[index - 1].text : "",
        after: index + 1 < runs.count ? runs[index + 1].text : ""
      )
      switch run.kind {
      case .other: out += run.text
      case .digits where neighbours.before.hasPrefix(":") || neighbours.after.hasPrefix(":"):
        // A time tells nothing.
        out += run.text
      case .digits:
        let number = dateNumber(like: run.text)
        day = Int(number)
        out += number
      case .letters:
        out += dateWord(run.text, after: day)
      }
    }
    return out
  }

  private mutating func dateNumber(like text: String) -> String {
    let value = Int(text) ?? 0
    switch text.utf8.count {
    case 1: return String(random.within(1...9))
    case 2 where value >= 1 && value <= 12:
      // Two digits without a zero in front may stand where none would ever be put there.
      return Self.padded(random.within(text.hasPrefix("0") ? 1...12 : 10...12), 2)
    case 2 where value > 12 && value <= 31: return String(random.within(13...28))
    case 2: return Self.padded(random.below(100), 2)
    case 4: return year(near: value)
    case 8 where value >= 19_000_000:
      let year = year(near: value / 10_000)
      return year + Self.padded(random.within(1...12), 2) + Self.padded(random.within(1...28), 2)
    case 6:
      let digits = Array(text)
      return stride(from: 0, to: 6, by: 2).map { dateNumber(like: String(digits[$0..<$0 + 2])) }
        .joined()
    default: return digits(like: text)
    }
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  private mutating func year(near year: Int) -> String {
    guard (1880...2099).contains(year) else { return digits(like: String(year)) }
    let shift = random.within(1...7) * (random.chance(60) ? -1 : 1)
    return String(year > 2000 ? min(max(year + shift, 2001), 2029) : year + shift)
  }

  private mutating func dateWord(_ word: String, after day: Int?) -> String {
    let lower = word.lowercased()
    let letterCase = LetterCase(of: word)
    if let day, ["st", "nd", "rd", "th"].contains(lower) {
      return letterCase == .upper
        ? Self.ordinalSuffix(day).uppercased() : Self.ordinalSuffix(day)
    }
    for names in [Self.months, Self.weekdays] {
      if names.contains(lower) {
        return letterCase.write(PersonNames.capitalized(random.pick(names)))
      }
      let short = names.map { String($0.prefix(3)) }
      if short.contains(lower) || lower == "sept" || lower == "tues" || lower == "thurs",
        short.contains(String(lower.prefix(3)))
      {
        return letterCase.write(PersonNames.capitalized(random.pick(short)))
      }
    }
    if words.ordinals.contains(lower) {
      return letterCase.write(PersonNames.capitalized(random.pick(words.ordinals)))
    }
    return word
  }

  private static func ordinalSuffix(_ day: Int) -> String {
    if (11...13).contains(day % 100) { return "th" }
    return switch day % 10 {
    case 1: "st"
    case 2: "nd"
    case 3: "rd"
    default: "th"
    }
  }

  mutating func refilledYear(_ text: String) -> String {
    TextPart.runs(of: text).map { run in
      guard run.kind == .digits else { return run.text }
      return run.text.utf8.count == 4 ? year(near: Int(run.text) ?? 0) : digits(like: run.text)
    }.joined()
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]
}
