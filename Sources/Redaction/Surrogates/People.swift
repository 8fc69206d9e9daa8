import Detection
import Patterns

/// The people of one document and the names that stand for theirs.
///
/// A word of a name has one stand-in throughout the document, so that a family keeps one surname and a first name alone
/// is the same person's.
struct People: Sendable {
  enum Part: Sendable { case given, surname }

  /// A person as far as the mentions tell.
  struct Person: Sendable {
    var given: [[UInt8]] = []
    var surnames: [[UInt8]] = []
    var sex: SurrogateLists.Sex?
  }

  let lists: SurrogateLists
  private(set) var people: [ValueKey: Person] = [:]
  /// Whether a word is a given name or a surname; the first mention that tells decides for the document.
  private(set) var parts: [[UInt8]: Part] = [:]
  /// What stands for each word, drawn when it is first met.
  var standIns: [[UInt8]: [UInt8]] = [:]

  init(_ lists: SurrogateLists) { self.lists = lists }

  /// Learns from all mentions of a text before any of them is replaced: full names first.
  mutating func meet(_ findings: [Finding], in text: [UInt8]) {
    let mentions = findings.filter { $0.category == .name }.compactMap { finding in
      NameWords(People.mended(text[finding.range])).map { (finding, $0) }
    }
    for wantsFull in [true, false] {
      for (finding, mention) in mentions {
        let isFull = mention.words.contains { $0.kind == .given || $0.kind == .surname }
        guard isFull == wantsFull else { continue }
        meet(
          mention, ValueKey(finding, value: text[finding.range]),
          NameTitle(before: finding.range, in: text))
      }
    }
  }

  private mutating func meet(_ mention: NameWords, _ key: ValueKey, _ title: NameTitle) {
    var person = people[key] ?? Person()
    person.sex = person.sex ?? title.sex
    for word in mention.words {
      let part: Part
      switch word.kind {
      case .given: part = .given
      case .surname: part = .surname
      case .alone: part = parts[word.letters] ?? loneName(word.letters, title)
      case .initials, .title, .particle: continue
      }
      guard nearest(to: word.letters, of: person) == nil else { continue }
      if part == .given {
        person.given.append(word.letters)
      } else {
        person.surnames.append(word.letters)
      }
      if parts[word.letters] == nil { parts[word.letters] = part }
    }
    people[key] = person
  }

  /// Which part a name is that stands alone and is no part of a full one.
  private func loneName(_ word: [UInt8], _ title: NameTitle) -> Part {
    if title.isFormal { return .surname }
    // `his wife, Tuulikki`: a name of no list that stands alone without a title is what people call each other.
    return lists.knownSurnames[word] != nil && lists.knownGiven[word] == nil ? .surname : .given
  }

  /// The part of the person's name that `word` is, or is a misspelling of.
  func nearest(to word: [UInt8], of person: Person) -> [UInt8]? {
    let all = person.given + person.surnames
    if all.contains(word) { return word }
    guard word.count >= 5 else { return nil }
    return all.first { $0.count >= 5 && EditDistance.isAtMostOne($0, word) }
  }
}
