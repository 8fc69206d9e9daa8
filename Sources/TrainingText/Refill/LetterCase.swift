/// How a word is capitalised.
enum LetterCase {
  case upper
  case lower
  case title

  init(of word: String) {
    var uppers = 0
    var lowers = 0
    for scalar in word.unicodeScalars {
      if scalar.properties.isUppercase { uppers += 1 }
      if scalar.properties.isLowercase { lowers += 1 }
    }
    self =
      if uppers == 0, lowers > 0 { .lower } else if uppers > 1, lowers == 0 { .upper } else {
        .title
      }
  }

  /// Writes a word that stands in Title case so.
  func write(_ word: String) -> String {
    switch self {
    case .upper: word.uppercased()
    case .lower: word.lowercased()
    case .title: word
    }
  }
}
