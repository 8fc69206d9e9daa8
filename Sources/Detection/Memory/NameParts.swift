import Lexicons

/// One mention of a person taken apart: which tokens are given names, surnames and initials.
struct NameParts {
  var given: [Int] = []
  var surnames: [Int] = []
  /// Lower-case first letters of all parts as written, given names first.
  var initials: [UInt8] = []
  /// Word tokens in the order written.
  var words: [Int] = []

  /// Takes the tokens of a mention apart. `Last, First` is told by its comma; a lone word is a given name when the
  /// lists know it better as one.
  init(tokens: [Token], in range: Range<Int>, bytes: [UInt8]) {
    var firstInitials: [UInt8] = []
    var comma: Int?
    for index in range {
      let token = tokens[index]
      if token.byte == 0x2c, !words.isEmpty, comma == nil { comma = words.count }
      guard token.kind == .word || token.kind == .foreign else { continue }
      if token.facts.has(.title) || token.facts.has(.credential), token.surname == 0 { continue }
      if token.facts.has(.nameSuffix), !words.isEmpty { continue }
      if token.facts.has(.nameParticle), token.shape.contains(.lower) { continue }
      let letter = bytes[Int(token.start)]
      firstInitials.append(ByteClass.isUpper(letter) ? letter | 0x20 : letter)
      if token.length > 1 { words.append(index) }
    }
    split(tokens, comma)
    initials = firstInitials
    if comma != nil, let first = firstInitials.first {
      initials = firstInitials.dropFirst() + [first]
    }
  }

  private mutating func split(_ tokens: [Token], _ comma: Int?) {
    if let comma, comma < words.count {
      surnames = Array(words[..<comma])
      given = Array(words[comma...])
    } else if words.count == 1 {
      let only = tokens[words[0]]
      if only.given > only.surname { given = words } else { surnames = words }
    } else if !words.isEmpty {
      // A hyphen joins the last words into one surname: `Adaeze Okonkwo-Bright`.
      var first = words.count - 1
      while first > 1, tokens[words[first - 1]].end + 1 == tokens[words[first]].start { first -= 1 }
      given = Array(words[..<first])
      surnames = Array(words[first...])
    }
  }
}
