import Patterns

/// The skeletons of a search's rules, with the byte classes that each can tell apart.
///
/// A class, because a worker's tables must be known to be those of these very skeletons.
final class SkeletonSet: Sendable {
  /// By rule; nil where nothing is known.
  let skeletons: [MatchSkeleton?]
  /// For each rule the classes of all 256 bytes.
  let classes: [UInt8]
  /// For each rule how many classes there are, and one more for the text's end.
  let widths: [Int]
  /// For each rule and class one of its bytes.
  let representatives: [[UInt8]]

  init(_ skeletons: [MatchSkeleton?]) {
    self.skeletons = skeletons
    let families = skeletons.map { ByteClasses($0?.sets ?? []) }
    classes = families.flatMap { $0.table.map { UInt8(truncatingIfNeeded: $0) } }
    widths = families.map { $0.count + 1 }
    representatives = families.map(\.representatives)
  }
}
