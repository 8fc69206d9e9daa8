import Detection
import Patterns

extension People {
  /// What stands for a mention, written as the mention is; nil when a tag must do.
  mutating func text(for finding: Finding, _ value: ArraySlice<UInt8>, _ drawing: inout Drawing)
    -> [UInt8]?
  {
    let mention = People.mended(value)
    guard let read = NameWords(mention) else { return nil }
    let key = ValueKey(finding, value: value)
    let person = people[key] ?? Person()
    if finding.rule.hasSuffix("/joined") { return joined(person, &drawing) }
    var written: [UInt8] = []
    var copied = 0
    for word in read.words {
      written += mention[copied..<word.range.lowerBound]
      copied = word.range.upperBound
      switch word.kind {
      case .title: written += mention[word.range]
      case .particle:
        // The space behind it goes as well.
        while copied < mention.count, mention[copied] == 0x20 { copied += 1 }
      case .initials:
        written += initials(word.letters, person, like: mention[word.range], &drawing)
      case .given, .surname, .alone:
        let name = nearest(to: word.letters, of: person) ?? word.letters
        guard let standIn = standIn(for: name, of: person, &drawing) else { return nil }
        written += People.cased(standIn, like: mention[word.range])
      }
    }
    return written + mention[copied...]
  }

  /// A word that a line's end breaks in two is whole again; the writer puts the line's end behind it.
  static func mended(_ value: ArraySlice<UInt8>) -> [UInt8] {
    var mended: [UInt8] = []
    var index = value.startIndex
    while index < value.endIndex {
      if value[index] == 0x2d {
        let rest = value[(index + 1)...]
        let breaks = rest.prefix { $0 == 0x0a || $0 == 0x0d }
        if !breaks.isEmpty {
          index = breaks.endIndex
          continue
        }
      }
      mended.append(value[index])
      index += 1
    }
    return mended
  }

  private static func cased(_ name: [UInt8], like written: ArraySlice<UInt8>) -> [UInt8] {
    switch LetterCase(written) {
    case .lower: LetterCase.lower.applied(to: name)
    case .upper: LetterCase.upper.applied(to: name)
    case .title: name
    }
  }

  private mutating func joined(_ person: Person, _ drawing: inout Drawing) -> [UInt8]? {
    guard let given = person.given.first, let surname = person.surnames.last,
      let first = standIn(for: given, of: person, &drawing),
      let last = standIn(for: surname, of: person, &drawing)
    else { return nil }
    return LetterCase.lower.applied(to: first + last)
  }
}
