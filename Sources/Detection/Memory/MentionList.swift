import Patterns

/// The mentions of people that a document's memory learns from, in the order of the text, and whose each is.
///
/// Names that are written alike are kept once: a long document has many mentions and few names.
struct MentionList: Sendable {
  struct Mention: Sendable {
    /// Bytes of the text.
    var range: Range<Int>
    var rule: String
    var role: Finding.Role
    /// Its place in `names`.
    var name: Int
    /// The person, once it is known.
    var subject: Int?
  }

  /// A name taken apart: see `NameParts`.
  struct Name: Sendable, Hashable {
    var given: [Part]
    var surnames: [Part]
    var initials: [UInt8]

    /// Whether it has two words or more.
    var isFull: Bool { given.count + surnames.count >= 2 }
  }

  struct Part: Sendable, Hashable {
    var hash: UInt64
    var letters: [UInt8]
    var isTellable: Bool

    init(_ part: NameParts.Part) {
      (hash, letters, isTellable) = (part.hash, part.letters, part.isTellable)
    }
  }

  private(set) var all: [Mention] = []
  private(set) var names: [Name] = []
  private var numbers: [Name: Int] = [:]

  /// Adds a mention that does not begin before those already here.
  mutating func add(_ range: Range<Int>, _ candidate: Candidate, _ parts: NameParts) {
    let name = Name(
      given: parts.given.map(Part.init), surnames: parts.surnames.map(Part.init),
      initials: parts.initials)
    let number = numbers[name] ?? names.count
    if number == names.count {
      names.append(name)
      numbers[name] = number
    }
    all.append(
      Mention(range: range, rule: candidate.rule, role: candidate.role, name: number))
  }

  mutating func tell(_ mention: Int, _ subject: Int?) { all[mention].subject = subject }

  /// Whose the mention is that a rule found in a range of the text; nil when nobody was learnt from it.
  func subject(of range: Range<Int>, _ rule: String) -> Int? {
    var low = 0
    var high = all.count
    while low < high {
      let middle = (low + high) / 2
      let other = all[middle].range
      if (other.lowerBound, other.upperBound) < (range.lowerBound, range.upperBound) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return all[low...].prefix { $0.range == range }.first { $0.rule == rule }?.subject
  }
}
