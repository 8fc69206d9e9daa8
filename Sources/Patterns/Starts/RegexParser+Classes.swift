extension RegexParser {
  /// What a class in brackets holds so far.
  private struct Members {
    var ascii = ByteSet()
    var others = ByteSet()
  }

  /// `[…]`. Any member outside ASCII is taken for every character outside ASCII.
  mutating func characterClass() -> RegexNode {
    position += 1
    let isNegated = take("^")
    var members = Members()
    var isFirst = true
    while let byte = next {
      if byte == UInt8(ascii: "]"), !isFirst {
        position += 1
        return node(of: members, isNegated: isNegated)
      }
      isFirst = false
      guard read(into: &members) else { return fail() }
    }
    return fail()
  }

  private func node(of members: Members, isNegated: Bool) -> RegexNode {
    var ascii = flags.caseless ? members.ascii.caseless : members.ascii
    var others = members.others
    if isNegated {
      ascii = ByteSet.ascii.subtracting(ascii)
      others = .leads
    } else if flags.caseless {
      for letter in "ks".utf8 {
        if ascii.contains(letter) { others = others.union(RegexParser.kin(of: letter)) }
        if !members.others.isEmpty { ascii = ascii.union(ByteSet([letter]).caseless) }
      }
    }
    return RegexParser.node(ascii: ascii, others: others)
  }

  /// One member or range; false for what is not known here.
  private mutating func read(into members: inout Members) -> Bool {
    if stands("[:") { return readNamed(into: &members) }
    if stands("[.") || stands("[=") { return false }
    if next == UInt8(ascii: "\\"), position + 1 < bytes.count,
      bytes[position + 1] != UInt8(ascii: "N"),
      let set = RegexParser.shorthand(bytes[position + 1])
    {
      position += 2
      members.ascii = members.ascii.union(set.ascii)
      members.others = members.others.union(set.others)
      return true
    }
    guard let low = member() else { return false }
    var high = low
    if next == UInt8(ascii: "-"), position + 1 < bytes.count,
      bytes[position + 1] != UInt8(ascii: "]")
    {
      position += 1
      guard let end = member() else { return false }
      high = end
    }
    guard low <= high else { return false }
    if low < 0x80 {
      members.ascii = members.ascii.union(ByteSet(UInt8(low)...UInt8(min(high, 0x7f))))
    }
    if high >= 0x80 { members.others = .leads }
    return true
  }

  /// One character, plain or escaped.
  private mutating func member() -> UInt32? {
    guard let byte = next else { return nil }
    position += 1
    if byte >= 0x80 {
      while let byte = next, byte & 0xc0 == 0x80 { position += 1 }
      return 0x80
    }
    guard byte == UInt8(ascii: "\\") else {
      return byte == UInt8(ascii: "[") && stands(":") ? nil : UInt32(byte)
    }
    guard let letter = next, letter < 0x80 else { return nil }
    position += 1
    if let control = RegexParser.control(letter) { return UInt32(control) }
    if letter == UInt8(ascii: "b") { return 0x08 }
    if letter == UInt8(ascii: "x") { return hexadecimal() }
    return ByteSet.word.contains(letter) ? nil : UInt32(letter)
  }

  /// `[:alpha:]`; the rare names are taken for everything.
  private mutating func readNamed(into members: inout Members) -> Bool {
    let lower = ByteSet(UInt8(ascii: "a")...UInt8(ascii: "z"))
    let upper = ByteSet(UInt8(ascii: "A")...UInt8(ascii: "Z"))
    let set: ByteSet
    if take("[:alpha:]") {
      set = lower.union(upper)
    } else if take("[:upper:]") {
      set = upper
    } else if take("[:lower:]") {
      set = lower
    } else if take("[:digit:]") {
      set = .digits
    } else if take("[:alnum:]") {
      set = lower.union(upper).union(.digits)
    } else {
      return false
    }
    members.ascii = members.ascii.union(set)
    return true
  }
}
