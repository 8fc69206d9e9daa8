import Patterns
import Synchronization

/// The skeletons of a search's rules, with the byte classes that each can tell apart and all together.
///
/// A class, because a worker's tables must be known to be those of these very skeletons.
final class SkeletonSet: Sendable {
  /// What is of one rule alone.
  struct Part: Sendable {
    /// Whether anything is known of how a match starts.
    var isKnown: Bool
    /// The classes of all 256 bytes.
    var classes: [UInt8]
    /// For each class one of its bytes.
    var representatives: [UInt8]
    /// What stands at the start of a match.
    var fronts: [Front]
    /// Whether it is looked for by a landmark.
    var hasLandmark: Bool
  }

  /// Classes that may stand before a match, and those that may stand at its start behind them.
  struct Front: Sendable, Equatable {
    var before: [Bool]
    var first: [Bool]
  }

  /// What stands beside landmarks, rule by rule.
  struct Sides: Sendable {
    /// Between the start of a match and its landmark, read backwards.
    let approaches: SkeletonSet
    /// Between the landmark and the match's end.
    let departures: SkeletonSet
  }

  let isKnown: [Bool]
  let isAllKnown: Bool
  /// For each rule the classes of all 256 bytes.
  let ruleClasses: [UInt8]
  /// For each rule and class one of its bytes.
  let representatives: [[UInt8]]
  /// The class of each byte, where bytes are of one class that no rule tells apart.
  let classes: [UInt8]
  /// How many such classes there are, and one more for what lies before and behind the text.
  let width: Int
  /// For each byte whether it is of a word.
  let isWord: [Bool]
  /// For each rule what may stand before a match and at its start.
  let fronts: [[Front]]
  /// For each rule whether it is looked for by what stands in every match, and not at every place that it can start at.
  let hasLandmark: [Bool]
  /// The rules without a landmark.
  private let unmarked: [Int]
  /// What stands beside the landmarks; nil in a set that is one of sides itself.
  let sides: Sides?
  private let skeletons: Mutex<[RuleSkeleton?]>
  private let landmarkSearch: Mutex<LandmarkSearch?>
  private let landmarks: [Landmark?]
  private let read: @Sendable (Int) -> MatchSkeleton?

  /// - Parameters:
  ///   - skeletons: by rule; nil where nothing can be told of it.
  ///   - landmarks: by rule.
  convenience init(_ skeletons: [MatchSkeleton?], landmarks: [Landmark?]) {
    let shapes = skeletons.map { $0.flatMap(StartShape.init) }
    let known = skeletons.indices.map { shapes[$0] == nil ? nil : skeletons[$0] }
    let places = shapes.flatMap { ($0?.front ?? [:]).flatMap { [$0.key, $0.value] } }
    let all = ByteClasses(known.flatMap { $0?.sets ?? [] } + places.map(\.bytes) + [.word])
    func flags(_ place: StartShape.Place) -> [Bool] {
      all.representatives.map(place.bytes.contains) + [place.orOutside]
    }
    let parts = known.indices.map { rule in
      let family = ByteClasses(known[rule]?.sets ?? [])
      return Part(
        isKnown: known[rule] != nil,
        classes: family.table.map { UInt8(truncatingIfNeeded: $0) },
        representatives: family.representatives,
        fronts: (shapes[rule]?.front ?? [:]).map {
          Front(before: flags($0.key), first: flags($0.value))
        },
        hasLandmark: known[rule] != nil && landmarks[rule] != nil)
    }
    let landmarks = parts.indices.map { parts[$0].hasLandmark ? landmarks[$0] : nil }
    self.init(
      parts, classes: all.table.map { UInt8(truncatingIfNeeded: $0) }, width: all.count + 1,
      landmarks: landmarks,
      sides: Sides(
        approaches: SkeletonSet(beside: landmarks.map { $0?.approach }),
        departures: SkeletonSet(beside: landmarks.map { $0?.departure }))
    ) { known[$0] }
  }

  /// A set of what stands beside landmarks; nothing is said of how it starts.
  private convenience init(beside skeletons: [MatchSkeleton?]) {
    let parts = skeletons.map { skeleton in
      let family = ByteClasses(skeleton?.sets ?? [])
      return Part(
        isKnown: skeleton != nil, classes: family.table.map { UInt8(truncatingIfNeeded: $0) },
        representatives: family.representatives, fronts: [], hasLandmark: false)
    }
    self.init(
      parts, classes: [UInt8](repeating: 0, count: 256), width: 2, landmarks: [], sides: nil
    ) { skeletons[$0] }
  }

  /// A set whose skeletons are read one by one when they are needed.
  ///
  /// - Parameters:
  ///   - landmarks: by rule; nothing where their search is there.
  ///   - marks: the search for the landmarks; nil makes it when it is needed.
  ///   - read: the skeleton of a known rule. Should it be nil, the rule can match wherever its front stands.
  init(
    _ parts: [Part], classes: [UInt8], width: Int, landmarks: [Landmark?],
    marks: LandmarkSearch? = nil, sides: Sides?,
    read: @escaping @Sendable (Int) -> MatchSkeleton?
  ) {
    isKnown = parts.map(\.isKnown)
    isAllKnown = !isKnown.contains(false)
    ruleClasses = parts.flatMap(\.classes)
    representatives = parts.map(\.representatives)
    fronts = parts.map(\.fronts)
    hasLandmark = parts.map(\.hasLandmark)
    self.landmarks = landmarks
    landmarkSearch = Mutex(marks)
    unmarked = parts.indices.filter { !parts[$0].hasLandmark }
    self.classes = classes
    self.width = width
    self.sides = sides
    isWord = (UInt8.min...UInt8.max).map(ByteSet.word.contains)
    skeletons = Mutex([RuleSkeleton?](repeating: nil, count: parts.count))
    self.read = read
  }

  /// The skeleton of a rule; nil where nothing is known.
  func skeleton(of rule: Int) -> RuleSkeleton? {
    skeletons.withLock { skeletons in
      if let known = skeletons[rule] { return known }
      guard isKnown[rule], let skeleton = read(rule) else { return nil }
      let made = RuleSkeleton(skeleton)
      skeletons[rule] = made
      return made
    }
  }

  /// The search for the landmarks, made when it is first asked for.
  var marks: LandmarkSearch {
    landmarkSearch.withLock { known in
      let search = known ?? LandmarkSearch(self, landmarks)
      known = search
      return search
    }
  }

  /// The rules without a landmark whose matches can start at a byte behind another.
  ///
  /// - Parameter pair: `width` times the class of the byte before, and the class of the first byte.
  func rules(startingBy pair: Int) -> [Int] {
    let (before, first) = pair.quotientAndRemainder(dividingBy: width)
    let marks = self.marks
    return unmarked.filter { marks.canStart($0, before, first) }
  }
}
