import Detection

/// Numbers that are kept free for examples or never given out.
enum AddressOfNobody {
  /// An address of the ranges for documentation (RFC 5737, RFC 3849).
  static func ip(like value: [UInt8], _ numbers: inout DrawnNumbers) -> [UInt8] {
    if value.contains(0x3a) {
      return Array("2001:db8::\(String(numbers.next(below: 0xffff), radix: 16))".utf8)
    }
    let network = ["192.0.2", "198.51.100", "203.0.113"][numbers.next(below: 3)]
    return Array("\(network).\(1 + numbers.next(below: 254))".utf8)
  }

  /// A social security number that the administration never gives out: area 900 to 999, and a group that no taxpayer
  /// number has either. Fewer digits, as the last four, are drawn freely.
  static func ssn(like value: [UInt8], _ numbers: inout DrawnNumbers) -> [UInt8] {
    let count = value.count(where: ByteClass.isDigit)
    let drawn = (0..<count).map { _ in numbers.digit() }
    guard count == 9 else { return drawn }
    return [0x39] + drawn[1..<3] + [0x30 + UInt8(numbers.next(below: 5))]
      + [0x31 + UInt8(numbers.next(below: 9))] + drawn[5...]
  }
}
