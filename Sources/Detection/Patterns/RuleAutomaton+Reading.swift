import Patterns

/// How an automaton reads a block: words at once, and byte by byte what is none.
extension RuleAutomaton {
  /// Cuts the block into words, and begins walks at what is none.
  mutating func readBlock(
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
  mutating func readWords(
    _ text: Span<UInt8>, _ block: Range<Int>, _ wanted: [Bool], _ list: inout StartList
  ) {
    var slots = [WordTable.Slot](repeating: .init(), count: RuleAutomaton.sideBySide)
    var first = 0
    while first < pieces.count {
      let end = min(first &+ RuleAutomaton.sideBySide, pieces.count)
      for index in first..<end { slots[index &- first] = words.home(of: pieces[index]) }
      for index in first..<end {
        readWord(pieces[index], slots[index &- first], text, block, wanted, &list)
      }
      first = end
    }
  }

  @inline(__always)
  private mutating func readWord(
    _ piece: WordPiece, _ slot: WordTable.Slot, _ text: Span<UInt8>, _ block: Range<Int>,
    _ wanted: [Bool], _ list: inout StartList
  ) {
    guard let fact = slot.fact(of: piece) ?? words.fact(of: piece) ?? learn(piece, text) else {
      for place in piece.place..<min(piece.end, block.upperBound) {
        beginWalk(text, at: place, wanted, &list)
      }
      return
    }
    enter(fact.entry, text, piece.place, piece.end &+ 1, wanted, &list)
    guard fact.hasInner else { return }
    for place in (piece.place &+ 1)..<max(piece.place &+ 1, min(piece.end, block.upperBound)) {
      beginWalk(text, at: place, wanted, &list)
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
}
