/// Which name became which in one document.
struct NameReplacements {
  /// Folded name words of the original; none of them may stand in a name of the new document.
  var originals: Set<String> = []
  private var replacements: [String: String] = [:]
  private var order: [String] = []
  private var letters: [Character: Character] = [:]

  /// What a folded word became, in Title case.
  func replacement(_ key: String) -> String? { replacements[key] }

  /// Notes a replacement, and what it does to an initial.
  mutating func note(_ key: String, becomes name: String) {
    replacements[key] = name
    order.append(key)
    guard let old = key.first, let new = PersonNames.key(name).first, letters[old] == nil else {
      return
    }
    letters[old] = new
  }

  /// The letter that stands for `letter` (lower case) as an initial: that of a name which begins so, or any other.
  mutating func initial(_ letter: Character, _ random: inout SeededRandom) -> Character {
    if let known = letters[letter] { return known }
    var new = letter
    while new == letter {
      new = Character(UnicodeScalar(UInt8(ascii: "a") + UInt8(random.below(26))))
    }
    letters[letter] = new
    return new
  }

  /// Whether `name` may replace `key`: it is no name of the original and begins otherwise, so that initials change too.
  func allows(_ name: String, for key: String) -> Bool {
    let new = PersonNames.key(name)
    return new.count > 1 && new.first != key.first && !originals.contains(new)
      && name.unicodeScalars.allSatisfy { $0.isWordScalar || $0.isApostrophe }
  }

  /// The name that `key` is a misspelling or the plural of, if the document has one.
  func original(of key: String) -> (key: String, isPlural: Bool)? {
    guard key.utf8.count > 4 else { return nil }
    for known in order where known != key {
      if key == known + "s" || key == known + "es" { return (known, true) }
      if known.utf8.count > 4, known.first == key.first, isOneEdit(known, key) {
        return (known, false)
      }
    }
    return nil
  }

  /// Whether one letter added, dropped or changed, or two neighbours swapped, leads from one word to the other.
  private func isOneEdit(_ one: String, _ other: String) -> Bool {
    let left = Array(one.utf8)
    let right = Array(other.utf8)
    let head = zip(left, right).prefix { $0 == $1 }.count
    let tail = zip(left[head...].reversed(), right[head...].reversed()).prefix { $0 == $1 }.count
    let leftRest = left[head..<left.count - tail]
    let rightRest = right[head..<right.count - tail]
    return max(leftRest.count, rightRest.count) == 1
      || (leftRest.count == 2 && leftRest.elementsEqual(rightRest.reversed()))
  }
}
