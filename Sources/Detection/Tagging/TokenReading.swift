import Lexicons
import Patterns
import Tagger

/// A document as the tagger's features see it: the traits of its tokens, its lines, and the stretches to read.
///
/// Its storage is kept between documents.
struct TokenReading: Sendable {
  private(set) var traits: [TokenTraits] = []
  private(set) var lines: [LineFacts] = []
  /// For each token its line.
  private(set) var lineOf: [Int32] = []
  /// For each token the word before the last colon to its left on its line, or 0.
  private(set) var labels: [UInt32] = []
  /// For each token the nearest word in small letters to its left and to its right, over capitals and punctuation, or 0.
  private(set) var smallBefore: [UInt32] = []
  private(set) var smallAfter: [UInt32] = []
  /// The groups of those words, or 0.
  private(set) var smallGroupBefore: [UInt32] = []
  private(set) var smallGroupAfter: [UInt32] = []
  private(set) var near = NearWords()
  /// For each token the kind of the nearest finding to its left and to its right on its line, and whether it is near; 0
  /// for none.
  private(set) var foundLeft: [UInt8] = []
  private(set) var foundRight: [UInt8] = []
  /// How much of the document rules are sure of: 0 nothing, then in steps to 4.
  private(set) var tone: UInt32 = 0
  private(set) var stretches: [Range<Int>] = []
  /// Whether the document is written without capitals (1), in capitals (2) or as usual (0).
  private(set) var letterCase: UInt32 = 0
  private var uses = WordUses()
  /// For each token whether it can identify somebody by itself; see `TagGate`.
  private(set) var isCandidate: [Bool] = []

  /// Reads a tokenised view and what was found in it.
  mutating func read(
    _ tokens: [Token], _ bytes: [UInt8], _ candidates: [Candidate], _ groups: WordGroups = .none
  ) {
    traits.removeAll(keepingCapacity: true)
    traits.reserveCapacity(tokens.count)
    for token in tokens {
      var next = TokenTraits(token, bytes)
      if token.kind == .word { next.group = UInt32(groups.group(of: next.word)) }
      traits.append(next)
    }
    mark(candidates, tokens)
    uses.begin(tokens)
    for index in tokens.indices { uses.count(tokens[index], found: traits[index].found) }
    isCandidate.removeAll(keepingCapacity: true)
    for index in tokens.indices {
      traits[index].elsewhere = uses.elsewhere(tokens[index], found: traits[index].found)
      isCandidate.append(
        TagGate.canIdentify(tokens, index, found: traits[index].found != 0))
    }
    TagGate.stretches(isCandidate, into: &stretches)
    readLines(tokens)
    readSmallWords(tokens)
    readFindings(tokens)
    letterCase = TokenReading.letterCase(tokens)
    near.read(tokens)
  }

  /// Notes at each token the strongest finding that covers it.
  private mutating func mark(_ candidates: [Candidate], _ tokens: [Token]) {
    let index = TokenIndex()
    for candidate in candidates {
      let kind = FoundMark.Kind(candidate.category)
      let rule = FeatureKey.fold(WordHash.of(candidate.rule.utf8))
      let range = index.tokens(in: candidate.range, tokens)
      for token in range {
        let mark = FoundMark.of(
          kind, confidence: candidate.confidence, isFirst: token == range.lowerBound)
        let known = traits[token].found
        guard
          (FoundMark.strength(mark), mark, rule)
            > (FoundMark.strength(known), known, traits[token].rule)
        else { continue }
        traits[token].found = mark
        traits[token].rule = rule
      }
    }
  }

  private mutating func readLines(_ tokens: [Token]) {
    lines.removeAll(keepingCapacity: true)
    lineOf.removeAll(keepingCapacity: true)
    labels.removeAll(keepingCapacity: true)
    var start = 0
    while start < tokens.count {
      var end = start + 1
      while end < tokens.count, !tokens[end].shape.contains(.lineStart) { end += 1 }
      let number = Int32(truncatingIfNeeded: lines.count)
      lines.append(
        LineFacts(traits, tokens, start..<end, before: lines.last?.form ?? 0))
      var label: UInt32 = 0
      for index in start..<end {
        lineOf.append(number)
        labels.append(label)
        if tokens[index].byte == 0x3a, index > start { label = traits[index - 1].word }
      }
      start = end
    }
  }

  /// How far a word in small letters is looked for.
  private static let reach = 6

  private mutating func readSmallWords(_ tokens: [Token]) {
    func isSmall(_ index: Int) -> Bool {
      tokens[index].kind == .word && tokens[index].shape.contains(.lower)
    }
    smallBefore.removeAll(keepingCapacity: true)
    smallGroupBefore.removeAll(keepingCapacity: true)
    smallGroupAfter.removeAll(keepingCapacity: true)
    smallGroupAfter.append(contentsOf: repeatElement(0, count: tokens.count))
    smallAfter.removeAll(keepingCapacity: true)
    smallAfter.append(contentsOf: repeatElement(0, count: tokens.count))
    var last = Int.min / 2
    for index in tokens.indices {
      let isNear = index - last <= TokenReading.reach
      smallBefore.append(isNear ? traits[last].word : 0)
      smallGroupBefore.append(isNear ? traits[last].group : 0)
      if isSmall(index) { last = index }
    }
    var next = Int.max / 2
    for index in tokens.indices.reversed() {
      if next - index <= TokenReading.reach {
        smallAfter[index] = traits[next].word
        smallGroupAfter[index] = traits[next].group
      }
      if isSmall(index) { next = index }
    }
  }

  /// Looks from each token along its line for what was found, and counts it all.
  private mutating func readFindings(_ tokens: [Token]) {
    foundLeft.removeAll(keepingCapacity: true)
    foundRight.removeAll(keepingCapacity: true)
    foundRight.append(contentsOf: repeatElement(0, count: tokens.count))
    var last = -1
    var strong = 0
    for index in tokens.indices {
      if tokens[index].shape.contains(.lineStart) { last = -1 }
      foundLeft.append(last < 0 ? 0 : seen(last, from: index))
      let found = traits[index].found
      if found & 15 != 0 { last = index }
      if FoundMark.strength(found) >= 2, found & 15 != FoundMark.Kind.other.rawValue { strong += 1 }
    }
    var next = -1
    for index in tokens.indices.reversed() {
      if next >= 0 { foundRight[index] = seen(next, from: index) }
      if traits[index].found & 15 != 0 { next = index }
      if tokens[index].shape.contains(.lineStart) { next = -1 }
    }
    let share = tokens.isEmpty ? 0 : strong * 1000 / tokens.count
    tone = strong == 0 ? 0 : share < 10 ? 1 : share < 40 ? 2 : share < 120 ? 3 : 4
  }

  private func seen(_ place: Int, from index: Int) -> UInt8 {
    UInt8(traits[place].found & 15) | (abs(place - index) <= 6 ? 16 : 0)
  }

  private static func letterCase(_ tokens: [Token]) -> UInt32 {
    var lower = 0
    var upper = 0
    var caps = 0
    for token in tokens where token.kind == .word && token.length > 1 {
      if token.shape.contains(.lower) {
        lower += 1
      } else {
        upper += 1
        if token.shape.contains(.allCaps) { caps += 1 }
      }
    }
    if upper * 50 <= lower { return 1 }
    return caps * 10 >= (lower + upper) * 9 ? 2 : 0
  }
}
