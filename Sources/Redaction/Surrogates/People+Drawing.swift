import Detection
import Patterns

extension People {
  /// The name that stands for one of a person's; nil when all are taken.
  mutating func standIn(
    for name: [UInt8], of person: Person, _ drawing: inout Drawing
  ) -> [UInt8]? {
    if let known = standIns[name] { return known }
    let pools =
      parts[name] == .given
      ? NamePools(lists).given(sex: sex(of: name, person), origin: origin(of: name, person))
      : NamePools(lists).surnames(origin: origin(of: name, person))
    for pool in pools {
      if let drawn = drawing.draw(from: pool, "name", for: name) {
        standIns[name] = drawn
        return drawn
      }
    }
    return nil
  }

  private func sex(of name: [UInt8], _ person: Person) -> SurrogateLists.Sex {
    lists.knownGiven[name]?.sex ?? person.sex ?? .both
  }

  /// Of the name itself where the lists know it, else of the person's other names.
  private func origin(of name: [UInt8], _ person: Person) -> String? {
    let own = parts[name] == .given ? lists.knownGiven[name] : lists.knownSurnames[name]
    return own?.origin ?? person.surnames.lazy.compactMap { lists.knownSurnames[$0]?.origin }.first
      ?? person.given.lazy.compactMap { lists.knownGiven[$0]?.origin }.first
  }

  /// The letters that stand for initials: those of the stand-ins, or others that are drawn.
  mutating func initials(
    _ word: [UInt8], _ person: Person, like written: ArraySlice<UInt8>, _ drawing: inout Drawing
  ) -> [UInt8] {
    let isUpper = written.first.map(ByteClass.isUpper) == true
    return word.map { letter in
      let names = person.given + person.surnames
      var standsFor: UInt8?
      if let name = names.first(where: { $0.first == letter }) {
        standsFor = standIn(for: name, of: person, &drawing)?.first
      }
      let drawn = standsFor ?? drawnLetter(for: letter, &drawing)
      return isUpper ? drawn & 0xdf : drawn | 0x20
    }
  }

  private mutating func drawnLetter(for letter: UInt8, _ drawing: inout Drawing) -> UInt8 {
    let number = drawing.number("initial", [letter]) % 25
    let drawn = 0x61 + UInt8(number)
    return drawn >= letter ? drawn + 1 : drawn
  }
}
