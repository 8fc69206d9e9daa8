/// How a match is read on byte by byte.
extension SkeletonTables {
  /// A place is given to PCRE2 after so many steps without a decision, or long lines would be read again and again.
  static let longestWalk = 256
  /// The same for what stands behind a landmark, which is read once more from the start of the match.
  static let longestDeparture = 24

  /// Whether `rule` may match, when a match's bytes before `place` led to a state.
  ///
  /// - Parameters:
  ///   - limit: the steps after which it may.
  ///   - run: a run of one byte that was read to its end, for the next call on the same text: a state that the byte
  ///   does not change is still the same at the run's end, or long white space would be read from each of its places.
  mutating func canMatch(
    _ rule: Int, in text: Span<UInt8>, from place: Int, _ entry: SkeletonStates.Entry,
    within limit: Int = SkeletonTables.longestWalk, _ run: inout Range<Int>
  ) -> Bool {
    var entry = entry
    var place = place
    var steps = 0
    while entry.isOpen, place < text.count {
      steps &+= 1
      if steps > limit { return true }
      let following = next(of: rule, entry, text[place])
      place &+= 1
      if following.state == entry.state, place < text.count, text[place] == text[place &- 1] {
        if !run.contains(place) { run = SkeletonTables.run(in: text, from: place) }
        place = run.upperBound
      }
      entry = following
    }
    return mayEnd(entry.state)
  }

  private static func run(in text: Span<UInt8>, from place: Int) -> Range<Int> {
    var end = place + 1
    while end < text.count, text[end] == text[place] { end += 1 }
    return place..<end
  }
}

/// How what stands before a landmark is read, from its end to its start.
extension SkeletonTables {
  /// Whether it is known where the approach of `rule` that ends at `mark` can begin; these places are then added to
  /// `starts`, those near the landmark first. Else it may be anywhere.
  mutating func approach(
    _ rule: Int, in text: Span<UInt8>, to mark: Int, _ starts: inout [Int]
  ) -> Bool {
    var entry = start(of: rule)
    var place = mark
    while entry.isOpen {
      if SkeletonStates.mayStop(entry.state) { starts.append(place) }
      if place == 0 { return true }
      if mark &- place == SkeletonTables.longestWalk { return false }
      place &-= 1
      entry = next(of: rule, entry, text[place])
    }
    return entry.state == SkeletonStates.dead
  }
}
