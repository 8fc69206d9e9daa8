/// Something that a `ListTable` tells apart by its bits.
protocol ListElement: Sendable, Equatable {
  var bits: UInt64 { get }
}

extension Int32: ListElement {
  var bits: UInt64 { UInt64(truncatingIfNeeded: self) }
}

extension SkeletonThreads: ListElement {}

/// Lists of rules, each kept once and numbered in the order in which they are met, from 0 on: a hash table with open
/// addressing.
struct ListTable<Element: ListElement>: Sendable {
  private struct List {
    var rule: Int32
    /// Where it ends in `elements`; it begins where the one before ends.
    var end: Int32
  }

  private var lists: [List] = []
  private(set) var elements: [Element] = []
  /// Numbers by hash, -1 for an empty slot.
  private var slots = [Int32](repeating: -1, count: 1 << 8)

  var count: Int { lists.count }

  /// Where the elements of a list are.
  @inline(__always) func places(_ number: Int) -> Range<Int> {
    (number == 0 ? 0 : Int(lists[number &- 1].end))..<Int(lists[number].end)
  }

  /// The number of a list of `rule`, which is a new one when it is `count`.
  func number(of list: [Element], _ rule: Int) -> Int {
    var place = ListTable.hash(list[...], rule) & (slots.count &- 1)
    while slots[place] >= 0 {
      let number = Int(slots[place])
      if Int(lists[number].rule) == rule, isSame(list, places(number)) { return number }
      place = (place &+ 1) & (slots.count &- 1)
    }
    return count
  }

  /// Adds a list that is not there yet.
  mutating func add(_ list: [Element], _ rule: Int) {
    if (count + 1) * 3 > slots.count * 2 { grow() }
    put(count, ListTable.hash(list[...], rule))
    elements += list
    lists.append(
      List(
        rule: Int32(truncatingIfNeeded: rule), end: Int32(truncatingIfNeeded: elements.count)))
  }

  private func isSame(_ list: [Element], _ places: Range<Int>) -> Bool {
    guard list.count == places.count else { return false }
    for index in list.indices where list[index] != elements[places.lowerBound &+ index] {
      return false
    }
    return true
  }

  private mutating func put(_ number: Int, _ hash: Int) {
    var place = hash & (slots.count - 1)
    while slots[place] >= 0 { place = (place + 1) & (slots.count - 1) }
    slots[place] = Int32(truncatingIfNeeded: number)
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for number in lists.indices {
      put(number, ListTable.hash(elements[places(number)], Int(lists[number].rule)))
    }
  }

  private static func hash(_ list: ArraySlice<Element>, _ rule: Int) -> Int {
    var hash = UInt64(truncatingIfNeeded: rule)
    for element in list {
      hash = (hash ^ element.bits) &* 0x9e37_79b9_7f4a_7c15
      hash ^= hash >> 29
    }
    return Int(truncatingIfNeeded: hash >> 8)
  }
}
