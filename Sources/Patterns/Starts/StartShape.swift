/// What stands at the start of every match of a regex: its first bytes, the byte before, and the bytes where its first
/// words end, by pairs of neighbours.
package struct StartShape: Sendable {
  /// Bytes that may stand at a place, and whether the place may lie outside the text.
  package struct Place: Sendable, Hashable {
    package var bytes: ByteSet
    package var orOutside: Bool

    static let anything = Place(bytes: .all, orOutside: true)
  }

  /// For what stands at the left of a pair what may stand at its right.
  package typealias Pairs = [Place: Place]

  /// How many pairs of bytes are told of, from the first byte on.
  package static let pairCount = 4

  /// The byte before and the first.
  package private(set) var front: Pairs = [:]
  /// The first and the second byte, the third and the fourth, and so on.
  package private(set) var pairs: [Pairs] = []

  /// How many ends of words are told of.
  package static let wordCount = 3

  /// The byte behind the word that the match begins with, and the next; the same for the word from the second of the two
  /// on, and so on. A word is a run of `\w`, and may have no bytes.
  package private(set) var wordEnds: [Pairs] = []

  /// Nil when matches can start with any byte, or with none.
  package init?(_ skeleton: MatchSkeleton) {
    var walk = SkeletonWalk(skeleton)
    let starts = walk.starts()
    if walk.reachedMatch { return nil }
    starts.forEach { add($0) }
    var ways = starts.map { (Place(bytes: $0.bytes, orOutside: $0.orEnd), $0.next) }
    while pairs.count < StartShape.pairCount {
      let (pair, behind) = StartShape.pair(&walk, ways)
      pairs.append(pair)
      let reached = walk.closure(of: behind)
      if pair[.anything] != nil || walk.reachedMatch { break }
      ways = reached.map { (walk.place($0), walk.next($0)) }
    }
    while pairs.count < StartShape.pairCount { pairs.append([.anything: .anything]) }
    addWordEnds(&walk, skeleton)
  }

  private mutating func addWordEnds(_ walk: inout SkeletonWalk, _ skeleton: MatchSkeleton) {
    var states = [skeleton.start]
    while wordEnds.count < StartShape.wordCount {
      let inWord = walk.closure(of: states, throughWords: true)
      if walk.reachedMatch { break }
      let ways = inWord.compactMap { state -> (Place, Int32)? in
        var place = walk.place(state)
        place.bytes = place.bytes.subtracting(.word)
        return place.bytes.isEmpty && !place.orOutside ? nil : (place, walk.next(state))
      }
      wordEnds.append(StartShape.pair(&walk, ways).pairs)
      states = Set(ways.map(\.1)).sorted()
    }
    while wordEnds.count < StartShape.wordCount { wordEnds.append([.anything: .anything]) }
  }

  /// The pairs whose left byte is one of `ways`, and the states behind them. Where a match may end before or inside a
  /// pair, anything may stand there.
  private static func pair(_ walk: inout SkeletonWalk, _ ways: [(Place, Int32)]) -> (
    pairs: Pairs, behind: [Int32]
  ) {
    var pairs: Pairs = [:]
    var behind: Set<Int32> = []
    for (left, next) in ways {
      let right = walk.closure(of: [next])
      if walk.reachedMatch { add(left, .anything, to: &pairs) }
      for state in right {
        add(left, walk.place(state), to: &pairs)
        behind.insert(walk.next(state))
      }
      if walk.reachedMatch { behind.insert(SkeletonWalk.match) }
    }
    return (pairs, behind.sorted())
  }

  private mutating func add(_ start: SkeletonWalk.Start) {
    func pair(_ before: ByteSet, _ orOutside: Bool, _ bytes: ByteSet, _ orEnd: Bool) {
      if bytes.isEmpty, !orEnd { return }
      StartShape.add(
        Place(bytes: before, orOutside: orOutside), Place(bytes: bytes, orOutside: orEnd),
        to: &front)
    }
    guard start.wantsBoundary else {
      return pair(start.before, true, start.bytes, start.orEnd)
    }
    pair(start.before.subtracting(.word), true, start.bytes.intersection(.word), false)
    pair(start.before.intersection(.word), false, start.bytes.subtracting(.word), start.orEnd)
  }

  private static func add(_ left: Place, _ right: Place, to pairs: inout Pairs) {
    let known = pairs[left]
    pairs[left] = Place(
      bytes: known?.bytes.union(right.bytes) ?? right.bytes,
      orOutside: known?.orOutside == true || right.orOutside)
  }
}
