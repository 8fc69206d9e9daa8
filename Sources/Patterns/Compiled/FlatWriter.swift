/// Writes values one behind the other, as `FlatReader` reads them: numbers in seven bits a byte, the lowest first; a text
/// or list as its count and its elements.
package struct FlatWriter: Sendable {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  /// - Parameter number: not negative.
  package mutating func add(_ number: Int) {
    var rest = UInt(bitPattern: number)
    while rest > 0x7f {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// A number of any sign: small ones of both signs are short.
  package mutating func add(signed number: Int) { add(number << 1 ^ number >> (Int.bitWidth - 1)) }

  /// All 64 bits as eight bytes.
  package mutating func add(bits: UInt64) {
    for shift in stride(from: 0, to: UInt64(64), by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: bits >> shift))
    }
  }

  /// Whole numbers as four bytes each, the lowest first, without their count.
  package mutating func add(words: [UInt32]) {
    bytes.reserveCapacity(bytes.count + words.count * 4)
    for word in words {
      for shift in stride(from: 0, to: UInt32(32), by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: word >> shift))
      }
    }
  }

  package mutating func add(_ flag: Bool) { add(flag ? 1 : 0) }

  package mutating func add(_ bytes: [UInt8]) {
    add(bytes.count)
    self.bytes += bytes
  }

  package mutating func add(_ text: String) { add(Array(text.utf8)) }

  package mutating func add<Element>(
    _ list: some Collection<Element>, _ each: (inout FlatWriter, Element) -> Void
  ) {
    add(list.count)
    for element in list { each(&self, element) }
  }

  package mutating func add(_ list: [Int]) { add(list) { $0.add($1) } }

  package mutating func add(_ list: [String]) { add(list) { $0.add($1) } }

  /// Flags as bits, the first one lowest.
  package mutating func add(_ flags: [Bool]) {
    add(flags.count)
    for start in stride(from: 0, to: flags.count, by: 8) {
      let bits = flags[start..<min(start + 8, flags.count)]
      bytes.append(bits.reversed().reduce(0) { $0 << 1 | ($1 ? 1 : 0) })
    }
  }
}
