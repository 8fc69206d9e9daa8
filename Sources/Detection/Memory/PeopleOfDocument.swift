import Lexicons
import Patterns

/// Pass 1's result: the people a document speaks of, learnt from the names found with confidence.
struct PeopleOfDocument: Sendable {
  private(set) var subjects: [Subject] = []
  /// From a name part's hash to the subjects that have it, in order of appearance.
  private(set) var byPart: [UInt64: [Int]] = [:]
  /// Of the keys of `byPart`.
  private(set) var partFilter = WordFilter()
  /// The first subject that has both parts.
  private var byPair: [Pair: Int] = [:]
  /// The subject known by this part and no surname, and by this part and no given name.
  private var withoutSurname: [UInt64: Int] = [:]
  private var withoutGiven: [UInt64: Int] = [:]
  /// The first subject with these initials.
  private(set) var byInitials: [[UInt8]: Int] = [:]
  /// From the hashes of `mariagonzalez`, `gonzalezmaria`, `mgonzalez` and `gonzalezm` to the subject.
  private(set) var byJoined: [UInt64: Int] = [:]
  /// Name parts long enough for a misspelling to be told from another name.
  private(set) var spellings = Spellings()

  /// The name parts of all who are not known to be clinicians.
  private var othersNames: Set<UInt64> = []

  /// Parts a subject can have; what is learnt of it beyond them leads to it, and to no other part of its.
  private static let mostParts = 16

  /// Two name parts, in no order.
  private struct Pair: Hashable, Sendable {
    let low: UInt64
    let high: UInt64

    init(_ one: UInt64, _ other: UInt64) {
      low = min(one, other)
      high = max(one, other)
    }
  }

  /// Learns from all mentions, and tells each whose it is: full names first, so that a surname alone joins the person it
  /// belongs to.
  ///
  /// - Parameter notClinicians: the names of people who are spoken of as no clinicians.
  init(_ mentions: inout MentionList, notClinicians: Set<UInt64>, _ time: TimeCheck)
    throws(DetectionError)
  {
    for wantsFull in [true, false] {
      for (number, mention) in mentions.all.enumerated() {
        let name = mentions.names[mention.name]
        guard name.isFull == wantsFull else { continue }
        try time.ask(at: number)
        let subject = subject(for: name, role: mention.role)
        mentions.tell(number, subject)
        if let subject { learnSpellings(name, of: subject) }
      }
    }
    spellings.index()
    othersNames = notClinicians
    for subject in subjects where subject.role != .clinician {
      othersNames.formUnion(subject.parts)
    }
  }

  private mutating func learnSpellings(_ name: MentionList.Name, of subject: Int) {
    for part in name.given + name.surnames where part.isTellable {
      spellings.learn(part.letters, subject: byPart[part.hash]?.first ?? subject)
    }
    guard let first = name.given.first, let last = name.surnames.last else { return }
    for joined in [
      first.letters + last.letters, last.letters + first.letters,
      first.letters.prefix(1) + last.letters, last.letters + first.letters.prefix(1),
    ] where joined.count >= 6 {
      let hash = WordHash.of(joined)
      if byJoined[hash] == nil { byJoined[hash] = subject }
    }
  }

  /// The subject a mention belongs to; a new one if none fits.
  private mutating func subject(for name: MentionList.Name, role: Finding.Role) -> Int? {
    let given = name.given.map(\.hash)
    let surnames = name.surnames.map(\.hash)
    if given.isEmpty, surnames.isEmpty { return initialsOnly(name.initials, role: role) }
    if let known = match(given: given, surnames: surnames) {
      merge(into: known, given: given, surnames: surnames)
      merge(role, into: known, isLone: given.count + surnames.count == 1)
      return known
    }
    let number = add(Subject(given: [], surnames: [], initials: name.initials, role: role))
    merge(into: number, given: given, surnames: surnames)
    return number
  }

  private mutating func add(_ subject: Subject) -> Int {
    let number = subjects.count
    subjects.append(subject)
    if byInitials[subject.initials] == nil { byInitials[subject.initials] = number }
    return number
  }

  /// The first subject all parts of which agree with the mention's.
  func match(given: [UInt64], surnames: [UInt64]) -> Int? {
    for (parts, others, open) in [
      (given, surnames, withoutSurname), (surnames, given, withoutGiven),
    ] {
      for part in parts {
        guard let first = byPart[part]?.first else { continue }
        if others.isEmpty || others.contains(part) { return first }
        var known = others.compactMap { byPair[Pair(part, $0)] }
        if let lone = open[part] { known.append(lone) }
        if let earliest = known.min() { return earliest }
      }
    }
    return nil
  }

  /// Whether one person has both parts.
  func isOnePerson(_ part: UInt64, _ other: UInt64) -> Bool { byPair[Pair(part, other)] != nil }

  /// Whether `words` are all names of `subject`, a clinician, and none is a name of anybody else who is not one.
  func isOnlyClinician(_ subject: Int?, _ words: [UInt64]) -> Bool {
    guard let subject, subjects[subject].role == .clinician, !words.isEmpty else { return false }
    let parts = subjects[subject].parts
    return words.allSatisfy { parts.contains($0) && !othersNames.contains($0) }
  }

  private mutating func merge(into number: Int, given: [UInt64], surnames: [UInt64]) {
    for part in given { add(part, to: \.given, of: number) }
    for part in surnames { add(part, to: \.surnames, of: number) }
    let known = subjects[number]
    for part in known.given where withoutSurname[part] ?? number == number {
      withoutSurname[part] = known.surnames.isEmpty ? number : nil
    }
    for part in known.surnames where withoutGiven[part] ?? number == number {
      withoutGiven[part] = known.given.isEmpty ? number : nil
    }
  }

  private mutating func add(
    _ part: UInt64, to list: WritableKeyPath<Subject, [UInt64]>, of number: Int
  ) {
    let parts = subjects[number].parts
    guard !parts.contains(part) else { return }
    byPart[part, default: []].append(number)
    partFilter.insert(part)
    guard parts.count < PeopleOfDocument.mostParts else { return }
    subjects[number][keyPath: list].append(part)
    for other in parts where byPair[Pair(part, other)] == nil {
      byPair[Pair(part, other)] = number
    }
  }

  /// A role told of a mention is the person's. That a lone `Dr. Kowalczyk` is the `Bartek Kowalczyk` of the document
  /// is a guess, which makes no clinician of him; and who is a clinician and something else is something else.
  private mutating func merge(_ role: Finding.Role, into number: Int, isLone: Bool) {
    let known = subjects[number]
    if known.role == .clinician, role != .unknown { subjects[number].role = role }
    guard known.role == .unknown else { return }
    let isGuess = role == .clinician && isLone && known.parts.count > 1
    if !isGuess { subjects[number].role = role }
  }

  /// A person known by initials alone: the one whose full name has them, or a new one.
  private mutating func initialsOnly(_ letters: [UInt8], role: Finding.Role) -> Int? {
    guard !letters.isEmpty else { return nil }
    return byInitials[letters]
      ?? add(Subject(given: [], surnames: [], initials: letters, role: role))
  }
}
