/// Suggestions for misspelled keys and names.
package enum NearestWord {
  /// The word of `known` that `word` was probably meant to be: at most a third of its letters differ.
  package static func of(_ word: String, in known: some Sequence<String>) -> String? {
    let allowed = max(1, word.utf8.count / 3)
    let nearest = known.map { (word: $0, distance: distance(word, $0)) }
      .min { ($0.distance, $0.word) < ($1.distance, $1.word) }
    guard let nearest, nearest.distance <= allowed else { return nil }
    return nearest.word
  }

  /// `; did you mean "regex"?`, or the whole list when nothing is near.
  package static func hint(for word: String, in known: [String]) -> String {
    if let nearest = of(word, in: known) { return "; did you mean \"\(nearest)\"?" }
    return "; known are \(known.sorted().joined(separator: ", "))"
  }

  /// How many bytes were added, left out, exchanged or swapped with their neighbour (optimal string alignment), letter
  /// case aside. Long words are cut: they are no near miss of a key.
  private static func distance(_ left: String, _ right: String) -> Int {
    let left = Array(left.lowercased().utf8.prefix(64))
    let right = Array(right.lowercased().utf8.prefix(64))
    var above: [Int] = []
    var row = Array(0...right.count)
    for i in left.indices {
      var next = [i + 1]
      for j in right.indices {
        var least = min(row[j] + (left[i] == right[j] ? 0 : 1), next[j] + 1, row[j + 1] + 1)
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          least = min(least, above[j - 1] + 1)
        }
        next.append(least)
      }
      above = row
      row = next
    }
    return row[right.count]
  }
}
