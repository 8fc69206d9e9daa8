/// What packs and recognizers found in a whole document: word by word, and in all.
///
/// Its storage is kept between documents.
struct FoundInDocument: Sendable {
  private(set) var uses = WordUses()
  /// Tokens that rules are sure of.
  private var strong = 0

  /// - Parameter words: how many words the document has, about.
  mutating func begin(words: Int) {
    uses.begin(words: words)
    strong = 0
  }

  /// Counts some tokens of a text.
  ///
  /// - Parameter marks: for each token of the text what was found there.
  mutating func count(_ tokens: [Token], _ range: Range<Int>, _ marks: [UInt32]) {
    for index in range {
      uses.count(tokens[index], found: marks[index])
      if FoundMark.strength(marks[index]) >= 2, marks[index] & 15 != FoundMark.Kind.other.rawValue {
        strong += 1
      }
    }
  }

  /// How much of a document of so many tokens rules are sure of: 0 nothing, then in steps to 4.
  func tone(of tokens: Int) -> UInt32 {
    let share = tokens == 0 ? 0 : strong * 1000 / tokens
    return strong == 0 ? 0 : share < 10 ? 1 : share < 40 ? 2 : share < 120 ? 3 : 4
  }
}
