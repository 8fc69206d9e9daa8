import Patterns

/// Bytes that no set of a family tells apart are of one class.
struct ByteClasses: Sendable {
  /// The class of each byte.
  private(set) var table = [Int](repeating: 0, count: 256)
  private(set) var count = 1
  /// One byte of each class.
  private(set) var representatives: [UInt8] = [0]

  init(_ sets: some Sequence<ByteSet>) {
    for set in Set(sets) { split(by: set) }
    sortByFrequency()
  }

  /// The classes whose bytes are in `set`, one of the family.
  func classes(of set: ByteSet) -> [Int] {
    (0..<count).filter { set.contains(representatives[$0]) }
  }

  private mutating func split(by set: ByteSet) {
    var inside = [Int?](repeating: nil, count: count)
    for byte in UInt8.min...UInt8.max where set.contains(byte) {
      let old = table[Int(byte)]
      if set.contains(representatives[old]) { continue }
      if inside[old] == nil {
        inside[old] = count
        representatives.append(byte)
        count += 1
      }
      table[Int(byte)] = inside[old] ?? old
    }
    // A class whose representative is in the set keeps its name; what of it is outside needs a new one.
    var outside = [Int?](repeating: nil, count: count)
    for byte in UInt8.min...UInt8.max where !set.contains(byte) {
      let old = table[Int(byte)]
      guard set.contains(representatives[old]) else { continue }
      if outside[old] == nil {
        outside[old] = count
        representatives.append(byte)
        count += 1
      }
      table[Int(byte)] = outside[old] ?? old
    }
  }

  /// The bytes of English notes, frequent ones first.
  static let frequent = Array(
    " etaoinsrhldcumpfgywbvk,.\n-xjqz:/()';0123456789ESTACPMDRNHLBIFOGWUVJKYXZQ".utf8)

  /// Numbers the classes anew, those of frequent bytes first: what a table holds for them then lies side by side.
  private mutating func sortByFrequency() {
    var numbers = [Int?](repeating: nil, count: count)
    var sorted: [UInt8] = []
    for byte in ByteClasses.frequent + (UInt8.min...UInt8.max)
    where numbers[table[Int(byte)]] == nil {
      numbers[table[Int(byte)]] = sorted.count
      sorted.append(byte)
    }
    table = table.map { numbers[$0] ?? 0 }
    representatives = sorted
  }
}
