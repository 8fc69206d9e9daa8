/// A stretch of an identifier: a word, or what stands between words.
struct TextPart {
  var text: String
  var isWord: Bool

  /// Takes an identifier apart; the parts together are the text again.
  ///
  /// A word is a run of letters, marks and digits. An apostrophe between letters belongs to it, save that of a
  /// possessive; so does each of `joiners` between two of its characters.
  static func parts(of text: String, joiners: [UnicodeScalar] = []) -> [TextPart] {
    let scalars = Array(text.unicodeScalars)
    var parts: [TextPart] = []
    for index in scalars.indices {
      let inWord = isWord(scalars, index, joiners)
      if let last = parts.indices.last, parts[last].isWord == inWord {
        parts[last].text.unicodeScalars.append(scalars[index])
      } else {
        parts.append(TextPart(text: String(scalars[index]), isWord: inWord))
      }
    }
    return parts
  }

  private static func isWord(
    _ scalars: [UnicodeScalar], _ index: Int, _ joiners: [UnicodeScalar]
  ) -> Bool {
    let scalar = scalars[index]
    if scalar.isWordScalar { return true }
    guard index > 0, index + 1 < scalars.count, scalars[index - 1].isWordScalar,
      scalars[index + 1].isWordScalar
    else { return false }
    if joiners.contains(scalar) { return true }
    guard scalar.isApostrophe else { return false }
    let ends = index + 2 >= scalars.count || !scalars[index + 2].isWordScalar
    return !(ends && (scalars[index + 1] == "s" || scalars[index + 1] == "S"))
  }

  /// Takes a text apart into runs of ASCII digits, runs of letters, and the rest.
  static func runs(of text: String) -> [TextRun] {
    var runs: [TextRun] = []
    for scalar in text.unicodeScalars {
      let kind: TextRun.Kind =
        scalar.isASCIIDigit ? .digits : scalar.isWordScalar ? .letters : .other
      if let last = runs.indices.last, runs[last].kind == kind {
        runs[last].text.unicodeScalars.append(scalar)
      } else {
        runs.append(TextRun(kind: kind, text: String(scalar)))
      }
    }
    return runs
  }
}

/// A run of characters of one kind.
struct TextRun {
  enum Kind { case digits, letters, other }
  var kind: Kind
  var text: String
}

extension UnicodeScalar {
  var isASCIIDigit: Bool { self >= "0" && self <= "9" }

  var isApostrophe: Bool { self == "'" || self == "\u{2019}" || self == "\u{2bb}" }

  var isWordScalar: Bool {
    if value < 0x80 {
      return isASCIIDigit || (value | 0x20 >= 0x61 && value | 0x20 <= 0x7a)
    }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark: return true
    default: return properties.isAlphabetic && !isApostrophe
    }
  }
}
