/// Check digits of the registers. Each takes the bytes of an identifier, punctuation and spaces included.
enum CheckDigits {
  /// ISO/IEC 7812-1 (Luhn) over all digits; at least two, and not all of them zero.
  static func luhn(_ identifier: ArraySlice<UInt8>) -> Bool {
    let digits = digits(of: identifier)
    return digits.count >= 2 && digits.contains { $0 > 0 } && luhnSum(digits) % 10 == 0
  }

  /// National Provider Identifier (45 CFR 162.406): ten digits, the first 1 or 2; Luhn with the prefix 80840, which
  /// adds 24 to the sum.
  static func npi(_ identifier: ArraySlice<UInt8>) -> Bool {
    let digits = digits(of: identifier)
    return digits.count == 10 && (digits[0] == 1 || digits[0] == 2)
      && (luhnSum(digits) + 24) % 10 == 0
  }

  /// DEA registration number: two letters (the second 9 for a business) and seven digits. The last digit is that of
  /// the sum of digits 1, 3, 5 and twice digits 2, 4, 6.
  static func dea(_ identifier: ArraySlice<UInt8>) -> Bool {
    let text = alphanumerics(of: identifier)
    guard text.count == 9, ByteClass.isLetter(text[0]),
      ByteClass.isLetter(text[1]) || text[1] == 0x39
    else { return false }
    let digits = digits(of: text[2...])
    guard digits.count == 7 else { return false }
    let sum = digits[0] + digits[2] + digits[4] + 2 * (digits[1] + digits[3] + digits[5])
    return sum % 10 == digits[6]
  }

  /// Vehicle identification number: 17 characters without I, O and Q, the ninth the check digit of 49 CFR 565.15(c).
  static func vin(_ identifier: ArraySlice<UInt8>) -> Bool {
    let text = alphanumerics(of: identifier)
    guard text.count == 17 else { return false }
    var sum = 0
    for (byte, weight) in zip(text, [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]) {
      guard let value = vinValue(byte) else { return false }
      sum += value * weight
    }
    let check = sum % 11
    return text[8] == (check == 10 ? 0x58 : UInt8(truncatingIfNeeded: 0x30 + check))
  }

  /// ISO 13616 (IBAN): country, two check digits, up to 30 letters and digits; the number made of it is 1 modulo 97.
  static func iban(_ identifier: ArraySlice<UInt8>) -> Bool {
    let text = alphanumerics(of: identifier)
    guard (15...34).contains(text.count), text[..<2].allSatisfy(ByteClass.isLetter),
      text[2..<4].allSatisfy(ByteClass.isDigit)
    else { return false }
    let remainder = (text[4...] + text[..<4]).reduce(0) { remainder, byte in
      ByteClass.isDigit(byte)
        ? (remainder * 10 + Int(byte - 0x30)) % 97 : (remainder * 100 + Int(byte - 0x41) + 10) % 97
    }
    return remainder == 1
  }

  /// NHS number: ten digits; the last is 11 less the weighted sum modulo 11, where 11 stands for 0 and 10 for none.
  static func nhs(_ identifier: ArraySlice<UInt8>) -> Bool {
    let digits = digits(of: identifier)
    guard digits.count == 10 else { return false }
    var sum = 0
    for (index, digit) in digits.prefix(9).enumerated() { sum += digit * (10 - index) }
    return (11 - sum % 11) % 11 == digits[9]
  }

  /// The values of the ASCII digits.
  static func digits(of identifier: some Sequence<UInt8>) -> [Int] {
    identifier.filter(ByteClass.isDigit).map { Int($0 - 0x30) }
  }

  /// The ASCII letters, in upper case, and digits.
  static func alphanumerics(of identifier: ArraySlice<UInt8>) -> [UInt8] {
    identifier.compactMap { byte in
      if ByteClass.isLetter(byte) { return byte & 0xdf }
      return ByteClass.isDigit(byte) ? byte : nil
    }
  }

  /// Every second digit from the right doubled, less 9 where that has two digits.
  private static func luhnSum(_ digits: [Int]) -> Int {
    var sum = 0
    for (place, digit) in digits.reversed().enumerated() {
      let value = place % 2 == 1 ? digit * 2 : digit
      sum += value > 9 ? value - 9 : value
    }
    return sum
  }

  /// Table III of 49 CFR 565.15(c): digits as they are; A...H are 1...8, J...R 1...9, S...Z 2...9.
  private static func vinValue(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x30...0x39: Int(byte - 0x30)
    case 0x49, 0x4f, 0x51: nil
    case 0x41...0x48: Int(byte - 0x40)
    case 0x4a...0x52: Int(byte - 0x49)
    case 0x53...0x5a: Int(byte - 0x51)
    default: nil
    }
  }
}
