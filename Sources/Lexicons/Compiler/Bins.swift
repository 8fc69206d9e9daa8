/// Counts of the lists as weights of four bits: see `WordFacts.Weight` for what each step means.
enum Bins {
  /// Bearers of a name, living or on record.
  static func bearers(_ count: Int) -> Int {
    count <= 0 ? 0 : 1 + log2(count / 100)
  }

  /// Uses per thousand million words of text.
  static func frequency(_ perBillion: Int) -> Int {
    perBillion <= 0 ? 0 : 1 + log2(perBillion) / 2
  }

  /// Inhabitants; 0 means that the list does not tell.
  static func population(_ count: Int) -> Int {
    count < 1000 ? 1 : 2 + log2(count / 1000)
  }

  /// A county's weight as a place.
  static let county = 5

  /// The share of Title-case uses, and where there are no counts, what the dictionaries' spelling says.
  static func titleShare(lower: Int, title: Int, spelling: Spelling) -> Int {
    guard lower + title > 0 else {
      switch spelling {
      case .capital: return 15
      case .both: return 8
      case .lower, .unknown: return 0
      }
    }
    return title == 0 ? 0 : min(15, 1 + title * 15 / (lower + title))
  }

  /// A SCOWL list's number, 10 (the commonest words) to 95.
  static func dictionary(scowl: Int) -> Int {
    scowl < 10 ? 0 : max(1, 15 - (scowl - 10) / 5)
  }

  /// How dictionaries print a word.
  enum Spelling {
    case lower, both, capital, unknown
  }

  /// The base-2 logarithm, rounded down; 0 for what is below 1.
  private static func log2(_ value: Int) -> Int {
    value <= 0 ? 0 : Int.bitWidth - 1 - value.leadingZeroBitCount
  }
}
