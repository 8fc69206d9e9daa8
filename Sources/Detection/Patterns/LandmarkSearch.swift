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
    let all = LandmarkSearch.own(landmarks)
    literals = LiteralAutomaton(all.map { $0.bytes }, folded: Landmark.folded)
    let own = all.map { $0.text }
    var (ofHit, texts, owners) = ([Range<Int>](), [Text](), [Int32]())
    for indices in literals.literals {
      let first = texts.count
      for (var text, rules) in LandmarkSearch.families(indices, own) {
        text.owners = owners.count..<owners.count + rules.count
        texts.append(text)
        owners += rules
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

  /// The texts of each rule, in the order of the rules; for the time being that rule is the owner.
  private static func own(_ landmarks: [Landmark?]) -> [(bytes: [UInt8], text: Text)] {
    var all: [(bytes: [UInt8], text: Text)] = []
    for (rule, landmark) in landmarks.enumerated() {
      guard let literals = landmark?.literals else { continue }
      let kin = literals.contains(where: \.hasKin) ? Landmark.kin : []
      for text in literals + kin {
        all.append(
          (
            text.bytes,
            Text(
              length: text.bytes.count, edges: text.edges, isKin: Landmark.kin.contains(text),
              owners: rule..<rule + 1)
          ))
      }
    }
    return all
  }

  /// Of some texts that all end where one was met, each once, with its rules: those of one length have the same bytes.
  private static func families(_ indices: [Int], _ own: [Text]) -> [(Text, rules: [Int32])] {
    var families: [(text: Text, rules: [Int32])] = []
    for index in indices {
      let text = own[index]
      let rule = Int32(truncatingIfNeeded: text.owners.lowerBound)
      let place = families.firstIndex {
        $0.text.length == text.length && $0.text.edges == text.edges
      }
      if let place {
        if families[place].rules.last != rule { families[place].rules.append(rule) }
      } else {
        families.append((text, [rule]))
      }
    }
    return families
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
