/// Entries laid out as the compiled file's bytes. The same entries give the same bytes, in whatever order they came.
struct CompiledTable {
  let layout: CompiledLayout
  /// Header and table.
  let bytes: [UInt8]

  /// - Parameter entries: no two with the same key, none with key 0.
  init(_ entries: [(key: UInt64, facts: WordFacts)], sourceDigest: UInt64) {
    // At most half full: a miss then reads one or two slots, mostly of one cache line.
    var slotCount = 8
    while slotCount < entries.count * 2 { slotCount *= 2 }
    var keys = [UInt64](repeating: 0, count: slotCount)
    var facts = [UInt64](repeating: 0, count: slotCount)
    let mask = UInt64(slotCount - 1)
    var longestProbe = 1
    for entry in entries.sorted(by: { $0.key < $1.key }) {
      var slot = CompiledLayout.home(entry.key, mask: mask)
      var probe = 1
      while keys[Int(slot)] != 0 {
        slot = (slot + 1) & mask
        probe += 1
      }
      keys[Int(slot)] = entry.key
      facts[Int(slot)] = entry.facts.bits
      longestProbe = max(longestProbe, probe)
    }
    var table: [UInt8] = []
    table.reserveCapacity(slotCount * CompiledLayout.slotSize)
    for slot in 0..<slotCount {
      CompiledLayout.append(keys[slot], to: &table)
      CompiledLayout.append(facts[slot], to: &table)
    }
    layout = CompiledLayout(
      entryCount: entries.count, slotCount: slotCount, longestProbe: longestProbe,
      sourceDigest: sourceDigest, table: table)
    bytes = layout.header + table
  }
}
