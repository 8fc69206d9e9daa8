import Patterns

/// The landmarks of many rules as one search, and how the matches of these rules start.
///
/// Immutable and shared by all workers.
struct LandmarkSearch: Sendable {
  /// A rule one of whose literals was met.
  struct Owner: Sendable {
    var rule: Int32
    /// The literal's bytes.
    var length: Int32
  }

  let literals: LiteralAutomaton
  /// For each hit of `literals` its rules.
  let owners: [[Owner]]
  /// For each rule how far before a hit it may start.
  let reaches: [Int]
  /// For each rule and class of bytes a bit for every front of the rule, where the class stands before a match, and where
  /// it begins one.
  private let before: [UInt32]
  private let first: [UInt32]
  private let width: Int

  /// Hits come in the order of their ends, so that a long literal may have begun before a short one that was met first;
  /// and where the Kelvin sign or a long s was met, the literal may have begun at another one before it.
  private static let leeway = 4 * Landmark.longestLiteral

  init(_ skeletons: SkeletonSet) {
    let rules = skeletons.landmarks.indices.filter { skeletons.landmarks[$0] != nil }
    var words: [[UInt8]] = []
    var ofWord: [Owner] = []
    for rule in rules {
      for literal in (skeletons.landmarks[rule]?.literals ?? []) + Landmark.kin {
        words.append(literal)
        ofWord.append(
          Owner(
            rule: Int32(truncatingIfNeeded: rule), length: Int32(truncatingIfNeeded: literal.count))
        )
      }
    }
    literals = LiteralAutomaton(words, folded: Landmark.folded)
    owners = literals.literals.map { $0.map { ofWord[$0] } }
    reaches = skeletons.landmarks.map { ($0?.reach ?? 0) + LandmarkSearch.leeway }
    width = skeletons.width
    (before, first) = LandmarkSearch.masks(skeletons)
  }

  /// Whether a match of `rule` can start at a byte of class `first` behind one of class `before`.
  @inline(__always)
  func canStart(_ rule: Int, _ before: Int, _ first: Int) -> Bool {
    let row = rule &* width
    return self.before[row &+ before] & self.first[row &+ first] != 0
  }

  private static func masks(_ skeletons: SkeletonSet) -> (before: [UInt32], first: [UInt32]) {
    let width = skeletons.width
    var before = [UInt32](repeating: 0, count: width * skeletons.fronts.count)
    var first = before
    for (rule, fronts) in skeletons.fronts.enumerated() {
      for (number, front) in fronts.enumerated() {
        // Fronts beyond the last bit share it: more may start then, never less.
        let bit = UInt32(1) << UInt32(min(number, 31))
        for column in 0..<width {
          if front.before[column] { before[rule * width + column] |= bit }
          if front.first[column] { first[rule * width + column] |= bit }
        }
      }
    }
    return (before, first)
  }
}
