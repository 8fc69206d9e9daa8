import Lexicons
import Patterns

/// What the tagger's features read of one token, worked out once and packed, so that looking at a neighbour is a load.
struct TokenTraits: Sendable {
  /// The folded word; for numbers and mixed runs their form (`9999`, `A9`); for punctuation the byte.
  var word: UInt32 = 0
  /// How it is written: kind, capitals, length of numbers. Under 256.
  var shape: UInt32 = 0
  /// The lexicons' weights, finely binned.
  var lexicon: UInt32 = 0
  /// The same in seven bits, for pairs.
  var coarse: UInt32 = 0
  /// One bit for each `WordClass`.
  var classes: UInt64 = 0
  /// What packs and recognizers found here: kind, strength, first token or not. 0: nothing.
  var found: UInt32 = 0
  /// The rule of the strongest finding, hashed.
  var rule: UInt32 = 0
  /// How the same word is used elsewhere in the document.
  var elsewhere: UInt32 = 0
  /// Where it stands: start of line, sentence or paragraph, behind a gap, attached, on a line of capitals.
  var layout: UInt32 = 0
  var affixes = Affixes()
  /// The group of words that are used alike; 0 for none.
  var group: UInt32 = 0

  /// The group with its relations: the low bits are the way from the root of the tree of groups.
  var family: UInt32 { group & 0xff }

  init() {}

  init(_ token: Token, _ bytes: [UInt8]) {
    word = TokenTraits.word(of: token, bytes)
    shape = TokenTraits.shape(of: token, bytes)
    let facts = token.facts
    lexicon = TokenTraits.lexicon(of: facts)
    coarse = TokenTraits.coarse(of: facts)
    classes = facts.bits >> 24
    layout = TokenTraits.layout(of: token)
    affixes = Affixes(token, bytes)
  }

  private static func word(of token: Token, _ bytes: [UInt8]) -> UInt32 {
    switch token.kind {
    case .word, .foreign: return FeatureKey.fold(token.hash)
    case .punctuation: return UInt32(token.byte)
    case .possessive: return 0x100
    case .number: return 0x200 | number(bytes, token)
    case .mixed: return 0x1_0000 | form(bytes, token)
    }
  }

  /// A number's length and, where it is short, what it could count: a month, a day, hours, minutes, a year.
  private static func number(_ bytes: [UInt8], _ token: Token) -> UInt32 {
    let length = UInt32(min(token.length, 15))
    guard token.length <= 4 else { return length }
    var value = 0
    for index in token.range { value = value * 10 + Int(bytes[index] & 15) }
    let range: UInt32
    switch value {
    case ...12: range = 1
    case ...31: range = 2
    case ...59: range = 3
    case ...89: range = 4
    case ...119: range = 5
    case 1900...2035: range = 6
    default: range = 7
    }
    return length | range << 4
  }

  /// A mixed run with each letter as `A` and each digit as `9`, runs cut to two: `T2DM` as `A9AA`, `MRN00417` as `AA99`.
  private static func form(_ bytes: [UInt8], _ token: Token) -> UInt32 {
    var form: UInt32 = 0
    var run = 0
    var last: UInt32 = 0
    for index in token.range {
      let kind: UInt32 = ByteClass.isDigit(bytes[index]) ? 1 : 2
      run = kind == last ? run + 1 : 1
      last = kind
      if run <= 2 { form = (form << 2 | kind) & 0xffff }
    }
    return form
  }

  /// The capitals of a word, the length of anything else.
  private static func shape(of token: Token, _ bytes: [UInt8]) -> UInt32 {
    switch token.kind {
    case .word:
      let shape = token.shape
      if shape.contains(.capitalised) { return 1 }
      if shape.contains(.allCaps) { return token.length <= 2 ? 2 : token.length <= 4 ? 3 : 4 }
      if shape.contains(.lower) { return token.length <= 2 ? 5 : 6 }
      if shape.contains(.initial) { return 7 }
      return 8
    case .number: return 16 | number(bytes, token) & 0xf | (number(bytes, token) >> 4) << 5
    case .mixed: return 10
    case .possessive: return 11
    case .punctuation: return 0x100 | UInt32(token.byte)
    case .foreign: return 12
    }
  }

  /// None, few, some, many bearers.
  private static func bearers(_ weight: Int) -> UInt32 {
    weight == 0 ? 0 : weight <= 5 ? 1 : weight <= 9 ? 2 : 3
  }

  /// Unlisted, known to English text alone, a rare dictionary word, a common one.
  private static func familiarity(_ facts: WordFacts) -> UInt32 {
    let dictionary = facts.weight(.dictionary)
    if dictionary > 0 { return dictionary <= 6 ? 2 : 3 }
    return facts.weight(.english) > 0 ? 1 : 0
  }

  private static func lexicon(of facts: WordFacts) -> UInt32 {
    var bits = bearers(facts.weight(.given)) | bearers(facts.weight(.surname)) << 2
    bits |= familiarity(facts) << 4
    let share = facts.weight(.titleShare)
    bits |= (share <= 2 ? 0 : share <= 7 ? 1 : share <= 12 ? 2 : 3) << 6
    let place = facts.weight(.place)
    bits |= (place == 0 ? 0 : place <= 5 ? 1 : place <= 9 ? 2 : 3) << 8
    bits |= medicine(facts) << 10
    return bits
  }

  /// Drug or device, eponym, other medicine, none: two bits.
  private static func medicine(_ facts: WordFacts) -> UInt32 {
    if facts.has(.drug) || facts.has(.device) { return 3 }
    if facts.has(.eponym) { return 2 }
    return facts.has(.medical) || facts.has(.anatomy) ? 1 : 0
  }

  private static func coarse(of facts: WordFacts) -> UInt32 {
    var bits: UInt32 = facts.weight(.given) >= 6 ? 1 : 0
    bits |= facts.weight(.surname) >= 5 ? 2 : 0
    bits |= familiarity(facts) << 2
    bits |= facts.weight(.titleShare) >= 8 ? 16 : 0
    bits |= facts.weight(.place) >= 4 ? 32 : 0
    bits |= medicine(facts) != 0 ? 64 : 0
    return bits
  }

  private static func layout(of token: Token) -> UInt32 {
    var bits: UInt32 = 0
    if token.shape.contains(.lineStart) { bits |= 1 }
    if token.shape.contains(.sentenceStart) { bits |= 2 }
    if token.shape.contains(.paragraphStart) { bits |= 4 }
    if token.shape.contains(.gapBefore) { bits |= 8 }
    if !token.shape.contains(.spaceBefore) { bits |= 16 }
    if token.shape.contains(.capsLine) { bits |= 32 }
    return bits
  }
}
