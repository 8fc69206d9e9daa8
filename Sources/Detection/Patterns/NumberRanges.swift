/// Numbers whose register says which values there are, without a check digit. Each takes the bytes of an identifier.
enum NumberRanges {
  /// Social security number: nine digits; no area 000, 666 or 900...999, no group 00, no serial 0000 (SSA, POMS RM
  /// 10201.035).
  static func ssn(_ identifier: ArraySlice<UInt8>) -> Bool {
    let digits = CheckDigits.digits(of: identifier)
    guard digits.count == 9 else { return false }
    let area = value(digits[..<3])
    return area != 0 && area != 666 && area < 900 && value(digits[3..<5]) != 0
      && value(digits[5...]) != 0
  }

  /// Medicare Beneficiary Identifier: `C A AN N A AN N A A N N` (CMS, "Understanding the MBI format"): C is 1...9, N a
  /// digit, A a letter but S, L, O, I, B, Z, AN either.
  static func mbi(_ identifier: ArraySlice<UInt8>) -> Bool {
    let text = CheckDigits.alphanumerics(of: identifier)
    guard text.count == 11, text[0] != 0x30 else { return false }
    return zip(text, "NAENAENAANN".utf8).allSatisfy { byte, kind in
      let isLetter = ByteClass.isLetter(byte) && !"SLOIBZ".utf8.contains(byte)
      switch kind {
      case UInt8(ascii: "N"): return ByteClass.isDigit(byte)
      case UInt8(ascii: "A"): return isLetter
      default: return isLetter || ByteClass.isDigit(byte)
      }
    }
  }

  /// North American telephone number: area code and exchange begin with 2...9 and do not end in 11. A country code 1
  /// before and an extension behind may stand; seven digits are an exchange and a line.
  static func nanp(_ identifier: ArraySlice<UInt8>) -> Bool {
    let start = identifier.firstIndex(where: ByteClass.isDigit) ?? identifier.endIndex
    var digits = CheckDigits.digits(
      of: identifier[start...].prefix { !ByteClass.isLetter($0) && $0 != UInt8(ascii: "#") })
    if digits.count > 10, digits[0] == 1 { digits.removeFirst() }
    func isCode(_ code: ArraySlice<Int>) -> Bool {
      (200...999).contains(value(code)) && value(code) % 100 != 11
    }
    if digits.count == 7 { return isCode(digits[..<3]) }
    return digits.count >= 10 && isCode(digits[..<3]) && isCode(digits[3..<6])
  }

  /// IPv4 address: four numbers of 0...255, of three digits at most, joined by full stops. A port or a prefix length
  /// may follow.
  static func ipv4(_ identifier: ArraySlice<UInt8>) -> Bool {
    let stop = UInt8(ascii: ".")
    let address = identifier.drop { !ByteClass.isDigit($0) }
      .prefix { ByteClass.isDigit($0) || $0 == stop }
    let parts = address.split(separator: stop, omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { part in
        (1...3).contains(part.count) && value(CheckDigits.digits(of: part)[...]) <= 255
      }
  }

  /// An age of 90 to 130: as a number, or in English words (`ninety-two`, `a hundred and three`, `nonagenarian`).
  static func age90(_ identifier: ArraySlice<UInt8>) -> Bool {
    let numbers = identifier.split { !ByteClass.isDigit($0) }
    if numbers.contains(where: { number in
      number.count <= 3 && (90...130).contains(value(CheckDigits.digits(of: number)[...]))
    }) {
      return true
    }
    guard numbers.isEmpty else { return false }
    let words = String(decoding: identifier, as: UTF8.self).lowercased()
    return ["ninet", "hundred", "nonagenarian", "centenarian"].contains { words.contains($0) }
  }

  static func value(_ digits: ArraySlice<Int>) -> Int { digits.reduce(0) { $0 * 10 + $1 } }
}
