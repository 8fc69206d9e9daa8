import Patterns

/// The skeletons of a search's rules, with the byte classes that each can tell apart and all together.
///
/// A class, because a worker's tables must be known to be those of these very skeletons.
final class SkeletonSet: Sendable {
  /// By rule; nil where nothing is known of how a match starts.
  let skeletons: [MatchSkeleton?]
  let isAllKnown: Bool
  /// For each rule the classes of all 256 bytes.
  let ruleClasses: [UInt8]
  /// For each rule how many classes there are, and one more for the text's end.
  let widths: [Int]
  /// For each rule and class one of its bytes.
  let representatives: [[UInt8]]
  /// The class of each byte, where bytes are of one class that no rule tells apart.
  let classes: [UInt8]
  /// How many such classes there are, and one more for what lies before and behind the text.
  let width: Int
  /// For each byte whether it is of a word.
  let isWord: [Bool]
  /// For each rule its sets.
  private let masks: [[ByteMask]]
  /// For each rule what may stand before a match and at its start, as classes.
  private let fronts: [[(before: [Bool], first: [Bool])]]

  init(_ skeletons: [MatchSkeleton?]) {
    let shapes = skeletons.map { $0.flatMap(StartShape.init) }
    self.skeletons = skeletons.indices.map { shapes[$0] == nil ? nil : skeletons[$0] }
    isAllKnown = !shapes.contains { $0 == nil }
    masks = self.skeletons.map { ($0?.sets ?? []).map { ByteMask($0) } }
    let families = self.skeletons.map { ByteClasses($0?.sets ?? []) }
    ruleClasses = families.flatMap { $0.table.map { UInt8(truncatingIfNeeded: $0) } }
    widths = families.map { $0.count + 1 }
    representatives = families.map(\.representatives)
    isWord = (UInt8.min...UInt8.max).map(ByteSet.word.contains)
    let places = shapes.flatMap { ($0?.front ?? [:]).flatMap { [$0.key, $0.value] } }
    let all = ByteClasses(
      self.skeletons.flatMap { $0?.sets ?? [] } + places.map(\.bytes) + [.word])
    classes = all.table.map { UInt8(truncatingIfNeeded: $0) }
    width = all.count + 1
    func flags(_ place: StartShape.Place) -> [Bool] {
      all.representatives.map(place.bytes.contains) + [place.orOutside]
    }
    fronts = shapes.map { ($0?.front ?? [:]).map { (flags($0.key), flags($0.value)) } }
  }

  /// The bytes with which some of `ways` goes on.
  func mask(of ways: [SkeletonThreads], _ rule: Int) -> ByteMask {
    guard let skeleton = skeletons[rule] else { return .all }
    var mask = ByteMask()
    for way in ways {
      var bits = ByteMask.all
      var left = way
      while !left.isEmpty {
        bits = bits.intersection(masks[rule][Int(skeleton.states[Int(left.first)].set)])
        left = left.rest
      }
      mask = mask.union(bits)
    }
    return mask
  }

  /// Whether all states of a way take `byte`.
  @inline(__always)
  func takes(_ way: SkeletonThreads, _ byte: UInt8, _ rule: Int, _ skeleton: MatchSkeleton) -> Bool {
    way.allSatisfy { state in
      let set = Int(skeleton.states[Int(state)].set)
      // What the coarse mask does not hold, the set does not hold either.
      return masks[rule][set].mayContain(byte) && skeleton.sets[set].contains(byte)
    }
  }

  /// The rules whose matches can start at a byte behind another.
  ///
  /// - Parameter pair: `width` times the class of the byte before, and the class of the first byte.
  func rules(startingBy pair: Int) -> [Int] {
    let (before, first) = pair.quotientAndRemainder(dividingBy: width)
    return fronts.indices.filter {
      fronts[$0].contains { $0.before[before] && $0.first[first] }
    }
  }
}
