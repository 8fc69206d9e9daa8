import Patterns

/// How an automaton works out what it has not met before.
extension RuleAutomaton {
  /// Bytes of a word behind which its rules go on each on its own: few words share more, and few rules are left.
  private static let sharedBytes = 3

  /// The state behind the first byte of a match at `place`.
  mutating func first(_ text: Span<UInt8>, at place: Int) -> RuleStates.Entry {
    let before =
      place > 0 ? Int(skeletons.classes[Int(text[place &- 1])]) : skeletons.width &- 1
    let pair = before &* skeletons.width &+ Int(skeletons.classes[Int(text[place])])
    if firsts[pair].state == RuleAutomaton.unknown {
      beginState()
      for rule in skeletons.rules(startingBy: pair) {
        note(rule, tables.next(of: rule, tables.start(of: rule), text[place]).state)
      }
      firsts[pair] = number()
    }
    return firsts[pair]
  }

  /// The state behind `state` and the byte at `place`, or the text's end.
  mutating func learn(_ state: Int32, _ text: Span<UInt8>, _ place: Int) -> RuleStates.Entry {
    beginState()
    noteMembers(of: state, behind: text, place..<place + 1)
    let reached = number()
    bytes.learn(state, column(text, place), reached)
    return reached
  }

  /// What is to be known of a word; nil when no more can be learnt.
  mutating func learn(_ piece: WordPiece, _ text: Span<UInt8>) -> WordTable.Fact? {
    if isFull { return nil }
    let entry = read(text, piece.place, through: piece.end)
    var hasInner = false
    for place in (piece.place + 1)..<max(piece.place + 1, piece.end) where !hasInner {
      hasInner = read(text, place, through: piece.end).state != RuleStates.none
    }
    let fact = WordTable.Fact(entry: entry, hasInner: hasInner)
    words.learn(piece, fact)
    return fact
  }

  /// The state of a match that begins at `start` behind the byte at `last`, or behind the text's end; it reports all that
  /// was found on the way.
  private mutating func read(_ text: Span<UInt8>, _ start: Int, through last: Int)
    -> RuleStates.Entry
  {
    var entry = first(text, at: start)
    var place = start + 1
    var reports: [Int32] = []
    while true {
      for index in states.reports(entry.state) { reports.append(Int32(states.report(index))) }
      guard entry.state != RuleStates.none, place <= last,
        place - start < RuleAutomaton.sharedBytes
      else { break }
      entry = bytes.next(entry.state, column(text, place)) ?? learn(entry.state, text, place)
      place += 1
    }
    beginState()
    found += reports
    noteMembers(of: entry.state, behind: text, place..<last + 1)
    return number()
  }

  /// Notes where the rules of a state are behind a stretch of text, which may end one behind the text.
  private mutating func noteMembers(
    of state: Int32, behind text: Span<UInt8>, _ stretch: Range<Int>
  ) {
    for index in states.members(state) {
      let member = states.member(index)
      let rule = Int(member.rule)
      note(rule, tables.state(of: rule, member.state, behind: text, stretch))
    }
  }

  /// The state of `alive` and `found`.
  private mutating func number() -> RuleStates.Entry {
    let state = states.number(alive, found) { tables.entry($0.state).mask }
    return RuleStates.Entry(state: state, mask: states.mask(state))
  }

  /// The class of the byte at `place`, or of what lies behind the text.
  func column(_ text: Span<UInt8>, _ place: Int) -> Int {
    place < text.count ? Int(skeletons.classes[Int(text[place])]) : skeletons.width &- 1
  }

  private mutating func beginState() {
    alive.removeAll(keepingCapacity: true)
    found.removeAll(keepingCapacity: true)
  }

  private mutating func note(_ rule: Int, _ state: Int32) {
    if state == SkeletonStates.match {
      found.append(Int32(truncatingIfNeeded: rule))
    } else if state != SkeletonStates.dead {
      alive.append(.init(rule: Int32(truncatingIfNeeded: rule), state: state))
    }
  }
}
