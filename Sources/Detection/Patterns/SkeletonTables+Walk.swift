/// How a match is read on byte by byte.
extension SkeletonTables {
  /// A place is given to PCRE2 after so many steps without a decision, or long lines would be read again and again.
  static let longestWalk = 256

  /// Whether `rule` may match, when a match's bytes before `place` led to `state`.
  ///
  /// - Parameter run: a run of one byte that was read to its end, for the next call on the same text: a state that the byte
  ///   does not change is still the same at the run's end, or long white space would be read from each of its places.
  mutating func canMatch(
    _ rule: Int, in text: Span<UInt8>, from place: Int, _ state: Int32, _ run: inout Range<Int>
  ) -> Bool {
    var state = state
    var place = place
    var steps = 0
    while state > SkeletonTables.match, place < text.count {
      steps &+= 1
      if steps > SkeletonTables.longestWalk { return true }
      let following = next(of: rule, state, text[place])
      place &+= 1
      if following == state, place < text.count, text[place] == text[place &- 1] {
        if !run.contains(place) { run = SkeletonTables.run(in: text, from: place) }
        place = run.upperBound
      }
      state = following
    }
    return next(of: rule, state, nil) == SkeletonTables.match
  }

  private static func run(in text: Span<UInt8>, from place: Int) -> Range<Int> {
    var end = place + 1
    while end < text.count, text[end] == text[place] { end += 1 }
    return place..<end
  }
}
