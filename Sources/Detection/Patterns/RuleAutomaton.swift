import Patterns

/// Says for all rules of a search at once at which places of a text they can match.
///
/// It is the product of the rules' skeletons as deterministic automata: a state is the set of the rules that may still
/// match, with the state each is in. A word is read at once, and what follows byte by byte; both are worked out when a
/// text needs them and remembered, so that most places of a text cost one look-up for all rules.
///
/// It belongs to one worker. Where it says that a rule cannot match, it cannot, whatever was read before.
struct RuleAutomaton: Sendable {
  /// Words remembered; when there are more, all is forgotten at the next block and learnt anew.
  private static let mostWords = 1 << 18
  /// Transitions by bytes remembered.
  private static let mostBytes = 1 << 20
  /// A place is given to PCRE2 after so many bytes without a decision, or long lines would be read again and again.
  private static let longestWalk: Int32 = 256
  /// Stands in `firsts` for a state not worked out yet.
  static let unknown: Int32 = -1

  let skeletons: SkeletonSet
  var tables: SkeletonTables
  var states = RuleStates()
  var words = WordTable()
  var bytes = ByteTable()
  /// For the class before a place and the class at it the state behind its first byte, or `unknown`.
  var firsts: [RuleStates.Entry]
  /// The words of the block at hand.
  private var pieces: [WordPiece] = []
  private var walks: [Walk] = []
  /// The run of one byte that was read to its end last.
  private var run = 0..<0
  /// Room for the state to be made.
  var alive: [RuleStates.Member] = []
  var found: [Int32] = []

  /// A place from which some rule may match, read up to another.
  private struct Walk {
    var start: Int32
    var place: Int32
    var state: Int32
  }

  init(_ skeletons: SkeletonSet) {
    self.skeletons = skeletons
    tables = SkeletonTables(skeletons)
    firsts = [RuleStates.Entry](
      repeating: .init(state: RuleAutomaton.unknown, mask: .all),
      count: skeletons.width * skeletons.width)
  }

  /// Adds to `list` where in `block` each rule can match, of those in `wanted`.
  mutating func mark(
    _ text: Span<UInt8>, _ block: Range<Int>, wanted: [Bool], _ list: inout StartList
  ) {
    if isFull { forget() }
    run = 0..<0
    readBlock(text, block, wanted, &list)
    readWords(text, block, wanted, &list)
    readOn(text, wanted, &list)
  }

  /// Whether no more can be learnt.
  var isFull: Bool {
    tables.isFull || states.isFull || words.count > RuleAutomaton.mostWords
      || bytes.count > RuleAutomaton.mostBytes
  }

  private mutating func forget() {
    if tables.isFull { tables = SkeletonTables(skeletons) }
    states = RuleStates()
    words = WordTable()
    bytes = ByteTable()
    firsts = [RuleStates.Entry](
      repeating: .init(state: RuleAutomaton.unknown, mask: .all), count: firsts.count)
  }

  /// Cuts the block into words, and begins walks at what is none.
  private mutating func readBlock(
    _ text: Span<UInt8>, _ block: Range<Int>, _ wanted: [Bool], _ list: inout StartList
  ) {
    pieces.removeAll(keepingCapacity: true)
    walks.removeAll(keepingCapacity: true)
    let skeletons = skeletons
    let isWord = skeletons.isWord
    let classes = skeletons.classes
    var place = block.lowerBound
    while place < block.upperBound {
      let before = place > 0 ? Int(classes[Int(text[place &- 1])]) : skeletons.width &- 1
      if isWord[Int(text[place])] {
        if let piece = WordPiece(text, at: place, before: before, isWord) {
          pieces.append(piece)
          place = piece.end
          continue
        }
        while place < block.upperBound, isWord[Int(text[place])] {
          beginWalk(text, at: place, wanted, &list)
          place &+= 1
        }
      } else {
        let entry = firsts[before &* skeletons.width &+ Int(classes[Int(text[place])])]
        if entry.goesOn(text, place &+ 1) || RuleStates.hasReports(entry.state) {
          beginWalk(text, at: place, wanted, &list)
        }
        place &+= 1
      }
    }
  }

  /// Begins walks behind the words that some rule may begin with.
  private mutating func readWords(
    _ text: Span<UInt8>, _ block: Range<Int>, _ wanted: [Bool], _ list: inout StartList
  ) {
    for index in pieces.indices {
      let piece = pieces[index]
      guard let fact = words.fact(of: piece) ?? learn(piece, text) else {
        for place in piece.place..<min(piece.end, block.upperBound) {
          beginWalk(text, at: place, wanted, &list)
        }
        continue
      }
      enter(fact.entry, text, piece.place, piece.end &+ 1, wanted, &list)
      if fact.hasInner {
        for place in (piece.place &+ 1)..<max(piece.place &+ 1, min(piece.end, block.upperBound)) {
          beginWalk(text, at: place, wanted, &list)
        }
      }
    }
  }

  private mutating func beginWalk(
    _ text: Span<UInt8>, at place: Int, _ wanted: [Bool], _ list: inout StartList
  ) {
    enter(first(text, at: place), text, place, place &+ 1, wanted, &list)
  }

  /// Reports what was found from `start` up to `place`, and remembers the walk if it may go on.
  private mutating func enter(
    _ entry: RuleStates.Entry, _ text: Span<UInt8>, _ start: Int, _ place: Int, _ wanted: [Bool],
    _ list: inout StartList
  ) {
    let walk = Walk(
      start: Int32(truncatingIfNeeded: start), place: Int32(truncatingIfNeeded: place),
      state: entry.state)
    if RuleStates.hasReports(entry.state) { report(walk, wanted, &list) }
    if entry.goesOn(text, place) { walks.append(walk) }
  }

  /// Goes on with all walks byte by byte, side by side, so that the processor need not wait for one look-up before the
  /// next begins.
  private mutating func readOn(
    _ text: Span<UInt8>, _ wanted: [Bool], _ list: inout StartList
  ) {
    let classes = skeletons.classes
    var count = walks.count
    while count > 0 {
      var kept = 0
      for index in 0..<count {
        var walk = walks[index]
        let place = Int(walk.place)
        let column = place < text.count ? Int(classes[Int(text[place])]) : skeletons.width &- 1
        guard let entry = bytes.next(walk.state, column) ?? learnt(walk.state, text, place) else {
          giveUp(walk, wanted, &list)
          continue
        }
        if entry.state == walk.state, let end = endOfRun(text, walk) {
          walk.place = end
          walks[kept] = walk
          kept &+= 1
          continue
        }
        walk.state = entry.state
        walk.place &+= 1
        if RuleStates.hasReports(walk.state) { report(walk, wanted, &list) }
        guard walk.place &- walk.start <= RuleAutomaton.longestWalk else {
          giveUp(walk, wanted, &list)
          continue
        }
        walks[kept] = walk
        kept &+= entry.goesOn(text, place &+ 1) ? 1 : 0
      }
      count = kept
    }
  }

  private mutating func learnt(_ state: Int32, _ text: Span<UInt8>, _ place: Int)
    -> RuleStates.Entry?
  {
    isFull ? nil : learn(state, text, place)
  }

  /// The end of the run of one byte in which `walk` stands, when it is long: a state that the byte does not change is still
  /// that at the run's end. It is for long white space, through which each of its places would be read else.
  private mutating func endOfRun(_ text: Span<UInt8>, _ walk: Walk) -> Int32? {
    let place = Int(walk.place)
    guard place + 1 < text.count, text[place + 1] == text[place],
      walk.place &- walk.start <= RuleAutomaton.longestWalk
    else { return nil }
    if !run.contains(place) {
      var end = place + 1
      while end < text.count, text[end] == text[place] { end += 1 }
      run = place..<end
    }
    return run.upperBound - place > 2 ? Int32(truncatingIfNeeded: run.upperBound) : nil
  }

  private func report(_ walk: Walk, _ wanted: [Bool], _ list: inout StartList) {
    for index in states.reports(walk.state) where wanted[states.report(index)] {
      list.add(states.report(index), Int(walk.start))
    }
  }

  /// Leaves it to PCRE2 which of the rules match.
  private func giveUp(_ walk: Walk, _ wanted: [Bool], _ list: inout StartList) {
    for index in states.members(walk.state) {
      let rule = Int(states.member(index).rule)
      if wanted[rule] { list.add(rule, Int(walk.start)) }
    }
  }
}
