/// Guesses what a misspelt key was meant to be.
enum Spelling {
  /// The known name that `word` most likely stands for: the fewest edits, at most a third of its letters, case aside; or one that it
  /// abbreviates. Nil when nothing is close.
  static func nearest(to word: String, in known: [String]) -> String? {
    let wanted = plain(word)
    let distances = known.map { (name: $0, edits: distance(wanted, plain($0))) }
    if let best = distances.min(by: { $0.edits < $1.edits }), best.edits <= wanted.count / 3,
      best.edits <= 3
    {
      return best.name
    }
    return known.first { plain($0).starts(with: wanted) }
  }

  private static func plain(_ word: String) -> [Character] {
    word.lowercased().filter { $0.isLetter || $0.isNumber }.map { $0 }
  }

  /// Insertions, deletions and replacements between two words (Levenshtein).
  private static func distance(_ one: [Character], _ other: [Character]) -> Int {
    var row = Array(0...other.count)
    for (line, character) in one.enumerated() {
      var diagonal = row[0]
      row[0] = line + 1
      for (column, candidate) in other.enumerated() {
        let replaced = diagonal + (character == candidate ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(replaced, diagonal + 1, row[column] + 1)
      }
    }
    return row[other.count]
  }
}
