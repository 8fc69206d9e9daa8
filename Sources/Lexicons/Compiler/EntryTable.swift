/// The words and phrases gathered from all lists, each under its folded key.
struct EntryTable {
  private struct Entry {
    /// Where the key stands in `keyBytes`.
    var keyRange: Range<Int>
    /// What the shipped lists say.
    var listed = WordFacts.unknown
    /// What `context.tsv` says, and what follows from the table itself: no rule takes it away.
    var ours = WordFacts.unknown
    var origin: DrugOrigin = []
  }

  private var places: [UInt64: Int] = [:]
  private var stored: [Entry] = []
  private var keyBytes: [UInt8] = []
  /// Keys that could not be stored because another key has their hash.
  private(set) var collisions: [String] = []

  /// Adds facts to a key; a phrase marks its first word as the start of one. An empty key is ignored.
  mutating func add(
    key: [UInt8], listed: WordFacts = .unknown, ours: WordFacts = .unknown,
    origin: DrugOrigin = []
  ) {
    guard !key.isEmpty, let place = place(of: key) else { return }
    stored[place].listed = stored[place].listed.union(listed)
    stored[place].ours = stored[place].ours.union(ours)
    stored[place].origin.formUnion(origin)
    if let space = key.firstIndex(of: 0x20), let first = self.place(of: Array(key[..<space])) {
      stored[first].ours.insert(.phraseStart)
    }
  }

  /// All entries with their facts as the rules leave them.
  func entries() -> [(key: UInt64, facts: WordFacts)] {
    places.map { hash, place in
      let entry = stored[place]
      return (hash, FactRules.judged(entry.listed, entry.origin).union(entry.ours))
    }
  }

  private mutating func place(of key: [UInt8]) -> Int? {
    let hash = WordHash.of(key)
    if let place = places[hash] {
      if keyBytes[stored[place].keyRange].elementsEqual(key) { return place }
      collisions.append(String(decoding: key, as: UTF8.self))
      return nil
    }
    // The hash of nothing marks an empty slot.
    guard hash != 0 else {
      collisions.append(String(decoding: key, as: UTF8.self))
      return nil
    }
    places[hash] = stored.count
    stored.append(Entry(keyRange: keyBytes.count..<keyBytes.count + key.count))
    keyBytes += key
    return stored.count - 1
  }
}

/// As what the drug list knows a name. Brands are often words of another trade (`Price`, `Tiger`, `Denim`).
struct DrugOrigin: OptionSet {
  let rawValue: UInt8
  static let brand = DrugOrigin(rawValue: 1)
  static let generic = DrugOrigin(rawValue: 2)
}
