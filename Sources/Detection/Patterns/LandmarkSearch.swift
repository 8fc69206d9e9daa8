import Patterns

/// The landmarks of many rules as one search, and how the matches of these rules start.
///
/// Immutable and shared by all workers.
struct LandmarkSearch: Sendable {
  /// A text that stands where its bytes were met, if its edges are met as well, with the rules it is of.
  struct Text: Sendable {
    var length: Int
    var edges: LandmarkEdges
    /// Whether it is the Kelvin sign or a long s.
    var isKin: Bool
    /// Its rules, in `owners`.
    var owners: Range<Int>
  }

  let literals: LiteralAutomaton
  /// For each hit of `literals` its texts, in `texts`.
  let ofHit: [Range<Int>]
  let texts: [Text]
  let owners: [Int32]
  /// For each rule how far before a literal it may start, where its literals are met in the order of their ends: a long one
  /// may have begun before a short one that was met first.
  let reaches: [Int]
  /// For each rule and class of bytes a bit for every front of the rule, where the class stands before a match, and where
  /// it begins one.
  let before: [UInt32]
  let first: [UInt32]
  let width: Int

  /// How much farther before the Kelvin sign or a long s: a literal that holds it may have begun before it.
  static let kinReach = 4 * Landmark.longestLiteral

  init(
    literals: LiteralAutomaton, ofHit: [Range<Int>], texts: [Text], owners: [Int32],
    reaches: [Int], before: [UInt32], first: [UInt32], width: Int
  ) {
    self.literals = literals
    self.ofHit = ofHit
    self.texts = texts
    self.owners = owners
    self.reaches = reaches
    self.before = before
    self.first = first
    self.width = width
  }

  /// - Parameter landmarks: by rule.
  init(_ skeletons: SkeletonSet, _ landmarks: [Landmark?]) {
    let rules = LandmarkSearch.rules(of: landmarks)
    let all = rules.keys.sorted()
    literals = LiteralAutomaton(all.map(\.bytes), folded: Landmark.folded)
    var (ofHit, texts, owners) = ([Range<Int>](), [Text](), [Int32]())
    for indices in literals.literals {
      let first = texts.count
      for text in indices.map({ all[$0] }) {
        let own = rules[text] ?? []
        texts.append(
          Text(
            length: text.bytes.count, edges: text.edges, isKin: Landmark.kin.contains(text),
            owners: owners.count..<owners.count + own.count))
        owners += own
      }
      ofHit.append(first..<texts.count)
    }
    (self.ofHit, self.texts, self.owners) = (ofHit, texts, owners)
    reaches = landmarks.map { ($0?.reach ?? 0) + ($0?.spread ?? 0) }
    width = skeletons.width
    (before, first) = LandmarkSearch.masks(skeletons)
  }

  /// Whether a match of `rule` can start at a byte of class `first` behind one of class `before`.
  @inline(__always)
  func canStart(_ rule: Int, _ before: Int, _ first: Int) -> Bool {
    let row = rule &* width
    return self.before[row &+ before] & self.first[row &+ first] != 0
  }

  /// The rules of each text.
  private static func rules(of landmarks: [Landmark?]) -> [LandmarkText: [Int32]] {
    var rules: [LandmarkText: [Int32]] = [:]
    for (rule, landmark) in landmarks.enumerated() {
      guard let landmark else { continue }
      let hasKin = landmark.literals.contains(where: \.hasKin)
      for text in Set(landmark.literals + (hasKin ? Landmark.kin : [])) {
        rules[text, default: []].append(Int32(truncatingIfNeeded: rule))
      }
    }
    return rules
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
