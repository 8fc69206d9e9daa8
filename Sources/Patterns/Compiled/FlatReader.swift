/// Reads what `FlatWriter` wrote, and believes none of it: a count beyond the bytes that are there, a number out of range
/// or a text that is no UTF-8 is `CompiledDefect.damaged`.
package struct FlatReader: Sendable {
  private let bytes: [UInt8]
  private var place = 0

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  package var isAtEnd: Bool { place == bytes.count }

  /// - Parameter most: the largest number that is right.
  package mutating func number(upTo most: Int = .max) throws(CompiledDefect) -> Int {
    var number: UInt = 0
    var shift: UInt = 0
    while place < bytes.count, shift < 63 {
      let byte = bytes[place]
      place &+= 1
      number |= UInt(byte & 0x7f) << shift
      shift &+= 7
      if byte < 0x80 {
        guard most >= 0, number <= UInt(most) else { throw .damaged }
        return Int(number)
      }
    }
    throw .damaged
  }

  package mutating func signed() throws(CompiledDefect) -> Int {
    let number = try number()
    return number >> 1 ^ -(number & 1)
  }

  /// Eight bytes, the lowest first.
  @inline(__always)
  package mutating func bits() throws(CompiledDefect) -> UInt64 {
    guard bytes.count - place >= 8 else { throw .damaged }
    var bits: UInt64 = 0
    for index in 0..<8 { bits |= UInt64(bytes[place &+ index]) &<< UInt64(8 &* index) }
    place &+= 8
    return bits
  }

  package mutating func flag() throws(CompiledDefect) -> Bool { try number(upTo: 1) == 1 }

  package mutating func data() throws(CompiledDefect) -> [UInt8] {
    let count = try count()
    defer { place += count }
    return Array(bytes[place..<place + count])
  }

  package mutating func text() throws(CompiledDefect) -> String {
    let count = try count()
    guard let text = String(validating: bytes[place..<place + count], as: UTF8.self) else {
      throw .damaged
    }
    place += count
    return text
  }

  @inline(__always)
  package mutating func list<Element>(
    _ element: (inout FlatReader) throws(CompiledDefect) -> Element
  ) throws(CompiledDefect) -> [Element] {
    let count = try count()
    var list: [Element] = []
    list.reserveCapacity(count)
    for _ in 0..<count { list.append(try element(&self)) }
    return list
  }

  package mutating func numbers() throws(CompiledDefect) -> [Int] {
    try list { reader throws(CompiledDefect) in try reader.number() }
  }

  package mutating func texts() throws(CompiledDefect) -> [String] {
    try list { reader throws(CompiledDefect) in try reader.text() }
  }

  /// A word of an enumeration.
  package mutating func word<Word: RawRepresentable<String>>() throws(CompiledDefect) -> Word {
    guard let word = Word(rawValue: try text()) else { throw .damaged }
    return word
  }

  package mutating func words<Word: RawRepresentable<String>>() throws(CompiledDefect) -> [Word] {
    try list { reader throws(CompiledDefect) in try reader.word() }
  }

  /// - Parameter count: how many there must be.
  package mutating func flags(_ count: Int) throws(CompiledDefect) -> [Bool] {
    guard try number() == count, (count + 7) / 8 <= bytes.count - place else { throw .damaged }
    var flags = [Bool](repeating: false, count: count)
    for index in 0..<count {
      flags[index] = bytes[place &+ index >> 3] >> UInt8(index & 7) & 1 == 1
    }
    place += (count + 7) / 8
    return flags
  }

  /// A count of bytes, or of elements that are a byte or more each.
  private mutating func count() throws(CompiledDefect) -> Int {
    let count = try number()
    guard count <= bytes.count - place else { throw .damaged }
    return count
  }
}
