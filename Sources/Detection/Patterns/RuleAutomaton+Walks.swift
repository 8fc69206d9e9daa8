import Patterns

/// How an automaton goes on from the places where some rule may match.
extension RuleAutomaton {
  /// Goes on with all walks byte by byte, many side by side, so that the processor need not wait for one look-up before
  /// the next begins.
  mutating func readOn(_ text: Span<UInt8>, _ wanted: [Bool], _ list: inout StartList) {
    var slots = [ByteTable.Slot](repeating: .init(), count: RuleAutomaton.sideBySide)
    let classes = skeletons.classes
    var count = walks.count
    while count > 0 {
      var kept = 0
      var first = 0
      while first < count {
        let end = min(first &+ RuleAutomaton.sideBySide, count)
        for index in first..<end {
          let walk = walks[index]
          slots[index &- first] = bytes.home(walk.state, column(text, Int(walk.place)))
        }
        for index in first..<end {
          var walk = walks[index]
          guard goOn(&walk, slots[index &- first], text, classes, wanted, &list) else { continue }
          walks[kept] = walk
          kept &+= 1
        }
        first = end
      }
      count = kept
    }
  }

  /// One step of a walk; false when it has come to its end.
  @inline(__always)
  private mutating func goOn(
    _ walk: inout Walk, _ slot: ByteTable.Slot, _ text: Span<UInt8>, _ classes: [UInt8],
    _ wanted: [Bool], _ list: inout StartList
  ) -> Bool {
    let place = Int(walk.place)
    let column = column(text, place)
    guard
      let entry = slot.entry(walk.state, column) ?? bytes.next(walk.state, column)
        ?? learnt(walk.state, text, place)
    else {
      giveUp(walk, wanted, &list)
      return false
    }
    if entry.state == walk.state {
      stay(&walk, column, text, classes)
      if run.upperBound == Int(walk.place) { return entry.goesOn(text, Int(walk.place)) }
    } else {
      walk.state = entry.state
      walk.place &+= 1
      if RuleStates.hasReports(walk.state) { report(walk, wanted, &list) }
    }
    guard walk.place &- walk.start <= RuleAutomaton.longestWalk else {
      giveUp(walk, wanted, &list)
      return false
    }
    return entry.goesOn(text, Int(walk.place))
  }

  /// Reads over the bytes at which the state is known to stay what it is, that of `column` first.
  @inline(__always)
  private mutating func stay(
    _ walk: inout Walk, _ column: Int, _ text: Span<UInt8>, _ classes: [UInt8]
  ) {
    let row = Int(walk.state >> 1) &* RuleAutomaton.stayWords
    if row >= stays.count {
      stays.append(
        contentsOf: repeatElement(0, count: row &+ RuleAutomaton.stayWords &- stays.count))
    }
    stays[row &+ column >> 6] |= 1 << UInt64(column & 63)
    if let end = endOfRun(text, walk) {
      walk.place = end
      return
    }
    let limit = min(text.count, Int(walk.start &+ RuleAutomaton.longestWalk) &+ 1)
    var place = Int(walk.place) &+ 1
    while place < limit {
      let column = Int(classes[Int(text[place])])
      if stays[row &+ column >> 6] >> UInt64(column & 63) & 1 == 0 { break }
      place &+= 1
    }
    walk.place = Int32(truncatingIfNeeded: place)
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

  func report(_ walk: Walk, _ wanted: [Bool], _ list: inout StartList) {
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
