package import Lexicons

/// Cuts the view into tokens in one pass, hashing and looking up each word on the way.
package struct Tokenizer {
  private let lexicon: Lexicon
  private let classes = ByteClass.table

  package init(lexicon: Lexicon) { self.lexicon = lexicon }

  /// Tokenises `view` into `tokens`, whose storage is kept between documents.
  package func tokenize(_ view: TextView, into tokens: inout [Token]) {
    var facts = FactsCache()
    tokenize(view, into: &tokens, &facts)
  }

  /// The same with what is known of the words of other texts.
  package func tokenize(
    _ view: TextView, into tokens: inout [Token], _ facts: inout FactsCache
  ) {
    tokens.removeAll(keepingCapacity: true)
    cut(view.bytes, into: &tokens)
    facts.begin(lexicon)
    for index in tokens.indices where tokens[index].kind == .word || tokens[index].kind == .foreign
    {
      tokens[index].facts = facts.facts(of: tokens[index].hash, lexicon)
    }
    SentenceMarks.mark(&tokens)
    CapsLines.mark(&tokens)
  }

  private func cut(_ bytes: [UInt8], into tokens: inout [Token]) {
    var cursor = Cursor()
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch classes[Int(byte)] {
      case .space, .other:
        cursor.sawSpace(byte)
        index += 1
      case .newline:
        // \r\n counts once.
        if !(byte == 0x0a && index > 0 && bytes[index - 1] == 0x0d) { cursor.sawNewline() }
        index += 1
      case .lower, .upper, .digit:
        index = run(bytes, from: index, &cursor, &tokens)
      case .punctuation:
        index = punctuation(bytes, at: index, &cursor, &tokens)
      case .high:
        index = foreign(bytes, from: index, &cursor, &tokens)
      }
    }
  }

  /// What stood before the token that comes next.
  private struct Cursor {
    var shape: Token.Shape = [.spaceBefore, .lineStart, .paragraphStart]
    private var spaces = 0

    mutating func sawSpace(_ byte: UInt8) {
      spaces += byte == 0x09 ? 2 : 1
      shape.insert(.spaceBefore)
      if spaces > 1, !shape.contains(.lineStart) { shape.insert(.gapBefore) }
    }

    mutating func sawNewline() {
      if shape.contains(.lineStart) { shape.insert(.paragraphStart) }
      shape.insert([.lineStart, .spaceBefore])
      shape.remove(.gapBefore)
      spaces = 0
    }

    mutating func take() -> Token.Shape {
      defer {
        shape = []
        spaces = 0
      }
      return shape
    }
  }

  /// A run of letters and digits, apostrophes inside a word included.
  private func run(
    _ bytes: [UInt8], from start: Int, _ cursor: inout Cursor, _ tokens: inout [Token]
  ) -> Int {
    var letters = LetterCount()
    var hash = WordHash.seed
    var index = start
    scan: while index < bytes.count {
      let byte = bytes[index]
      switch classes[Int(byte)] {
      case .lower:
        letters.lower += 1
        hash = WordHash.combine(hash, byte)
      case .upper:
        if letters.total == 0 && letters.digits == 0 { letters.startsUpper = true }
        letters.upper += 1
        hash = WordHash.combine(hash, byte | 0x20)
      case .digit:
        letters.digits += 1
        hash = WordHash.combine(hash, byte)
      case .punctuation where byte == 0x27:
        guard joins(bytes, apostrophe: index, letters) else { break scan }
      default: break scan
      }
      index += 1
    }
    let kind: Token.Kind =
      letters.digits == 0 ? .word : letters.total == 0 ? .number : .mixed
    let shape = cursor.take().union(letters.shape)
    tokens.append(
      Token(
        hash: hash, facts: .unknown,
        start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: index),
        kind: kind, byte: 0, shape: shape))
    return index
  }

  /// Whether the apostrophe at `index` is inside a word (`O'Brien`, `don't`) and not the start of a possessive.
  private func joins(_ bytes: [UInt8], apostrophe index: Int, _ letters: LetterCount) -> Bool {
    guard letters.digits == 0, index + 1 < bytes.count, ByteClass.isLetter(bytes[index + 1]) else {
      return false
    }
    let isS = bytes[index + 1] | 0x20 == 0x73
    let endsAfterS = index + 2 >= bytes.count || !ByteClass.isLetter(bytes[index + 2])
    return !(isS && endsAfterS)
  }

  private func punctuation(
    _ bytes: [UInt8], at index: Int, _ cursor: inout Cursor, _ tokens: inout [Token]
  ) -> Int {
    var end = index + 1
    var kind = Token.Kind.punctuation
    if bytes[index] == 0x27, index > 0, ByteClass.isLetter(bytes[index - 1]) {
      let isS = end < bytes.count && bytes[end] | 0x20 == 0x73
      let endsAfterS = end + 1 >= bytes.count || !ByteClass.isLetter(bytes[end + 1])
      if isS && endsAfterS {
        end += 1
        kind = .possessive
      } else if bytes[index - 1] | 0x20 == 0x73 {
        kind = .possessive
      }
    }
    tokens.append(
      Token(
        hash: 0, facts: .unknown, start: Int32(truncatingIfNeeded: index),
        end: Int32(truncatingIfNeeded: end), kind: kind, byte: bytes[index],
        shape: cursor.take()))
    return end
  }

  private func foreign(
    _ bytes: [UInt8], from start: Int, _ cursor: inout Cursor, _ tokens: inout [Token]
  ) -> Int {
    var hash = WordHash.seed
    var index = start
    while index < bytes.count, bytes[index] >= 0x80 {
      hash = WordHash.combine(hash, bytes[index])
      index += 1
    }
    tokens.append(
      Token(
        hash: hash, facts: .unknown, start: Int32(truncatingIfNeeded: start),
        end: Int32(truncatingIfNeeded: index), kind: .foreign, byte: 0, shape: cursor.take()))
    return index
  }
}

/// Counts of a run's letters, from which its shape follows.
private struct LetterCount {
  var lower = 0
  var upper = 0
  var digits = 0
  var startsUpper = false

  var total: Int { lower + upper }

  var shape: Token.Shape {
    if total == 0 { return [] }
    if upper == 0 { return .lower }
    if total == 1 { return .initial }
    if lower == 0 { return .allCaps }
    return startsUpper && upper == 1 ? .capitalised : .mixedCase
  }
}
