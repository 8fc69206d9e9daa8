/// What stands at the start of every match of a regex: its first byte and the byte before.
package struct StartShape: Sendable {
  /// Bytes that may stand at a place, and whether the place may lie outside the text.
  package struct Place: Sendable, Hashable {
    package var bytes: ByteSet
    package var orOutside: Bool
  }

  /// For what stands at the left of a pair what may stand at its right.
  package typealias Pairs = [Place: Place]

  /// The byte before and the first.
  package private(set) var front: Pairs = [:]

  /// Nil when matches can start with any byte, or with none.
  package init?(_ skeleton: MatchSkeleton) {
    var walk = SkeletonWalk(skeleton)
    let starts = walk.starts()
    if walk.reachedMatch { return nil }
    starts.forEach { add($0) }
  }

  /// Whether a match may start at a place of a text.
  package func stands(at place: Int, in text: [UInt8]) -> Bool {
    front.contains { before, first in
      let follows = place > 0 ? before.bytes.contains(text[place - 1]) : before.orOutside
      return follows && first.bytes.contains(text[place])
    }
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
