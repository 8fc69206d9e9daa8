import Lexicons
import Patterns
import Tagger

/// A document, or a window of one, as the tagger's features see it: the traits of its tokens, its lines, and the stretches to
/// read.
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
  /// How often the document speaks of persons (bits 0 and 1), and how long it is (bits 2 and 3).
  private(set) var register: UInt32 = 0
  private var found = FoundMarks()
  /// For each token whether it can identify somebody by itself; see `TagGate`.
  private(set) var isCandidate: [Bool] = []

  /// Reads a tokenised view and what was found in it, as a whole document.
  mutating func read(
    _ tokens: [Token], _ bytes: [UInt8], _ candidates: [Candidate], _ groups: WordGroups = .none
  ) {
    found.read(candidates, tokens)
    var all = FoundInDocument()
    all.begin(words: tokens.count)
    all.count(tokens, tokens.indices, found.marks)
    read(tokens, bytes, candidates, groups, of: WritingHabits(of: tokens), all)
  }

  /// Reads a window of a document.
  ///
  /// - Parameters:
  ///   - habits: how the whole document is written.
  ///   - all: what was found in all of it.
  mutating func read(
    _ tokens: [Token], _ bytes: [UInt8], _ candidates: [Candidate], _ groups: WordGroups,
    of habits: WritingHabits, _ all: FoundInDocument
  ) {
    found.read(candidates, tokens)

    traits.removeAll(keepingCapacity: true)
    traits.reserveCapacity(tokens.count)
    for token in tokens {
      var next = TokenTraits(token, bytes)
      if token.kind == .word { next.group = UInt32(groups.group(of: next.word)) }
      next.found = found.marks[traits.count]
      next.rule = found.rules[traits.count]
      traits.append(next)
    }
    isCandidate.removeAll(keepingCapacity: true)
    for index in tokens.indices {
      traits[index].elsewhere = all.uses.elsewhere(tokens[index], found: traits[index].found)
      isCandidate.append(
        TagGate.canIdentify(tokens, index, found: traits[index].found != 0))
    }
    TagGate.stretches(isCandidate, into: &stretches)
    readLines(tokens)
    readSmallWords(tokens)
    readFindings(tokens)
    letterCase = habits.letterCase
    register = habits.register
    tone = all.tone(of: habits.tokens)
    near.read(tokens)
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

  /// Looks from each token along its line for what was found.
  private mutating func readFindings(_ tokens: [Token]) {
    foundLeft.removeAll(keepingCapacity: true)
    foundRight.removeAll(keepingCapacity: true)
    foundRight.append(contentsOf: repeatElement(0, count: tokens.count))
    var last = -1
    for index in tokens.indices {
      if tokens[index].shape.contains(.lineStart) { last = -1 }
      foundLeft.append(last < 0 ? 0 : seen(last, from: index))
      if traits[index].found & 15 != 0 { last = index }
    }
    var next = -1
    for index in tokens.indices.reversed() {
      if next >= 0 { foundRight[index] = seen(next, from: index) }
      if traits[index].found & 15 != 0 { next = index }
      if tokens[index].shape.contains(.lineStart) { next = -1 }
    }
  }

  private func seen(_ place: Int, from index: Int) -> UInt8 {
    UInt8(traits[place].found & 15) | (abs(place - index) <= 6 ? 16 : 0)
  }
}
