/// Which row of weights belongs to a feature: a hash table in which every key has one place, found without searching.
///
/// A product of the key names its group; the group's shift, found when the table was made, sends each of its keys to a place
/// no other key has ("hash, displace and compress", Belazzougui, Botelho and Dietzfelbinger 2009, uncompressed). A
/// look-up reads the shift and compares one key. It never jumps: whether a key is known cannot be foretold, and half the
/// time would be lost on wrong guesses.
struct FeatureTable: Equatable {
  /// Per group.
  private(set) var shifts: [UInt16]
  /// Per place the key; 0 where there is none.
  private(set) var places: [UInt32]

  /// - Parameter keys: without 0 and without equals.
  init(_ keys: [UInt32]) {
    // Nine of ten places taken, in groups of four: small, and shifts are soon found. A few keys that get in each other's
    // way need more room.
    var room = keys.count / 9 + 1
    while true {
      if let table = FeatureTable(keys, placeCount: keys.count + room) {
        self = table
        return
      }
      room *= 2
    }
  }

  private init?(_ keys: [UInt32], placeCount: Int) {
    let groupCount = keys.count / 4 + 1
    shifts = Array(repeating: 0, count: groupCount)
    places = Array(repeating: 0, count: placeCount)
    var groups = [[UInt32]](repeating: [], count: groupCount)
    for key in keys { groups[FeatureTable.group(of: key, groupCount)].append(key) }
    // Large groups first, while there is room; of equals the first, so that the same keys give the same table.
    let order = groups.indices.sorted { (groups[$1].count, $0) < (groups[$0].count, $1) }
    for group in order {
      guard place(groups[group], group) else { return nil }
    }
  }

  /// Finds the first shift that sends all keys of a group to free places.
  private mutating func place(_ keys: [UInt32], _ group: Int) -> Bool {
    for shift in 0...UInt16.max {
      let targets = keys.map { FeatureTable.place(of: $0, shift, places.count) }
      guard targets.allSatisfy({ places[$0] == 0 }), Set(targets).count == targets.count else {
        continue
      }
      shifts[group] = shift
      for (target, key) in zip(targets, keys) { places[target] = key }
      return true
    }
    return false
  }

  /// The group of a key, below `groupCount`, which is at most 2^31. The multiplier is that of Fibonacci hashing.
  @inline(__always) static func group(of key: UInt32, _ groupCount: Int) -> Int {
    (Int(key &* 0x9e37_79b1) &* groupCount) &>> 32
  }

  /// The place of a key, below `placeCount`, which is at most 2^31. The second multiplier is one of MurmurHash3's.
  @inline(__always)
  static func place(of key: UInt32, _ shift: UInt16, _ placeCount: Int) -> Int {
    let mixed = (key ^ (UInt32(shift) &* 0x9e37_79b1)) &* 0x85eb_ca6b
    return (Int(mixed) &* placeCount) &>> 32
  }
}
