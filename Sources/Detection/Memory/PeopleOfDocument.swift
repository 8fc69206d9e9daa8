import Lexicons
import Patterns

/// Pass 1's result: the people a document speaks of, learnt from the names found with confidence.
struct PeopleOfDocument: Sendable {
  private(set) var subjects: [Subject] = []
  /// From a name part's hash to the subjects that have it, in order of appearance.
  private(set) var byPart: [UInt64: [Int]] = [:]
  /// Lower-case letters of each name part long enough for a misspelling to be told from another name.
  private(set) var spellings: [Spelling] = []
  /// Names seen only as initials, by their letters.
  private(set) var byInitials: [[UInt8]: Int] = [:]

  /// A name part as its letters, for the search of misspellings.
  struct Spelling: Sendable {
    var letters: [UInt8]
    var subject: Int
  }

  /// Learns from all name candidates: full names first, so that a surname alone joins the person it belongs to.
  init(
    _ candidates: inout [Candidate], tokens: [Token], bytes: [UInt8], index: TokenIndex,
    atLeast confidence: Int
  ) {
    var mentions: [(candidate: Int, parts: NameParts)] = []
    for (number, candidate) in candidates.enumerated()
    where candidate.category == .name && candidate.confidence >= confidence {
      let range = index.tokens(in: candidate.range, tokens)
      if range.count == 1, PeopleOfDocument.isInsideOther(candidate, candidates) { continue }
      mentions.append((number, NameParts(tokens: tokens, in: range, bytes: bytes)))
    }
    for wantsFull in [true, false] {
      for mention in mentions where (mention.parts.words.count >= 2) == wantsFull {
        let role = candidates[mention.candidate].role
        candidates[mention.candidate].subject = subject(for: mention.parts, tokens, role: role)
        learnSpellings(mention.parts, tokens, bytes)
      }
    }
  }

  /// Whether a name of one word is a part of an organisation or an address: `Geelong` of `Geelong Eye Clinic`.
  private static func isInsideOther(_ name: Candidate, _ candidates: [Candidate]) -> Bool {
    candidates.contains { other in
      (other.category == .organization || other.category == .address) && other.confidence >= 800
        && other.range.count > name.range.count && other.range.contains(name.range.lowerBound)
        && other.range.upperBound >= name.range.upperBound
    }
  }

  private mutating func learnSpellings(_ parts: NameParts, _ tokens: [Token], _ bytes: [UInt8]) {
    for word in parts.words where Misspelling.isTellable(tokens[word]) {
      guard let subject = byPart[tokens[word].hash]?.first else { continue }
      let letters = Misspelling.folded(bytes, tokens[word].range)
      guard !spellings.contains(where: { $0.letters == letters }) else { continue }
      spellings.append(Spelling(letters: letters, subject: subject))
    }
  }

  /// The subject a mention belongs to; a new one if none fits.
  private mutating func subject(for parts: NameParts, _ tokens: [Token], role: Finding.Role) -> Int?
  {
    let given = parts.given.map { tokens[$0].hash }
    let surnames = parts.surnames.map { tokens[$0].hash }
    if parts.words.isEmpty { return initialsOnly(parts.initials, role: role) }
    if let known = match(given: given, surnames: surnames) {
      merge(into: known, given: given, surnames: surnames, role: role)
      return known
    }
    let number = subjects.count
    subjects.append(
      Subject(given: given, surnames: surnames, initials: parts.initials, role: role))
    for part in given + surnames { byPart[part, default: []].append(number) }
    return number
  }

  /// The first subject all parts of which agree with the mention's.
  func match(given: [UInt64], surnames: [UInt64]) -> Int? {
    let parts = given + surnames
    for part in parts {
      for number in byPart[part] ?? [] {
        let known = subjects[number]
        if parts.count == 1 { return number }
        let sharesSurname =
          surnames.isEmpty || known.surnames.isEmpty
          || surnames.contains { known.surnames.contains($0) || known.given.contains($0) }
        let sharesGiven =
          given.isEmpty || known.given.isEmpty
          || given.contains { known.given.contains($0) || known.surnames.contains($0) }
        if sharesSurname && sharesGiven { return number }
      }
    }
    return nil
  }

  private mutating func merge(
    into number: Int, given: [UInt64], surnames: [UInt64], role: Finding.Role
  ) {
    for part in given where !subjects[number].parts.contains(part) {
      subjects[number].given.append(part)
      byPart[part, default: []].append(number)
    }
    for part in surnames where !subjects[number].parts.contains(part) {
      subjects[number].surnames.append(part)
      byPart[part, default: []].append(number)
    }
    if subjects[number].role == .unknown { subjects[number].role = role }
  }

  /// A person known by initials alone: the one whose full name has them, or a new one.
  private mutating func initialsOnly(_ letters: [UInt8], role: Finding.Role) -> Int? {
    guard !letters.isEmpty else { return nil }
    if let known = subjects.firstIndex(where: { $0.initials == letters }) { return known }
    if let known = byInitials[letters] { return known }
    let number = subjects.count
    subjects.append(Subject(given: [], surnames: [], initials: letters, role: role))
    byInitials[letters] = number
    return number
  }
}
