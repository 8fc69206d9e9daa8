import TestSupport
import Testing

@testable import Tagger

struct FeatureTableTests {
  @Test(arguments: [0, 1, 2, 3, 10, 3000])
  func `every key stands at its place`(count: Int) {
    var generator = SeededGenerator(seed: UInt64(count))
    var keys: Set<UInt32> = []
    while keys.count < count { keys.insert(.random(in: 1...UInt32.max, using: &generator)) }
    check(Array(keys))
  }

  @Test(arguments: [UInt32(1), 7, 256, 65_536])
  func `keys that are no hashes have their places too`(step: UInt32) {
    check((1...1000).map { $0 * step })
  }

  @Test func `a table is not much larger than its keys`() {
    var generator = SeededGenerator(seed: 3)
    let keys = Set((0..<10_000).map { _ in UInt32.random(in: 1...UInt32.max, using: &generator) })
    #expect(FeatureTable(Array(keys)).places.count < keys.count * 9 / 8)
  }

  private func check(_ keys: [UInt32]) {
    let table = FeatureTable(keys)
    #expect(table.places.count { $0 != 0 } == keys.count)
    for key in keys {
      let shift = table.shifts[FeatureTable.group(of: key, table.shifts.count)]
      #expect(table.places[FeatureTable.place(of: key, shift, table.places.count)] == key)
    }
  }
}
