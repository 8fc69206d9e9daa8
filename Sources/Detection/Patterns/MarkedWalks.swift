import Patterns

/// Says where in a text the rules that have landmarks can match: only before their landmarks is it read at all, rule by
/// rule, as each rule's skeleton says: on from the landmark, back to where a match may start, and on from there.
///
/// It belongs to one worker, and remembers of the skeletons what it has worked out.
struct MarkedWalks: Sendable {
  private let skeletons: SkeletonSet
  private let search: LandmarkSearch
  private var tables: SkeletonTables
  /// For what stands beside the landmarks; nil where that is not known.
  private var sides: SideTables?
  private var runs = RunList()
  /// How far before the end of what was read a rule may still start.
  private let farthest: Int
  /// For each rule where it was read to.
  private var walked: [Int]
  private var hits = LiteralHits()
  /// Where the approach to the landmark at hand can begin.
  private var found: [Int] = []
  private var tried = TriedPlaces()
  /// See `SkeletonTables.canMatch`.
  private var run = 0..<0

  init(_ skeletons: SkeletonSet) {
    self.skeletons = skeletons
    search = skeletons.marks
    farthest =
      (search.reaches.max() ?? 0) + LandmarkSearch.kinReach + Landmark.longestLiteral
    tables = SkeletonTables(skeletons)
    sides = skeletons.sides.map { SideTables($0) }
    walked = [Int](repeating: 0, count: skeletons.hasLandmark.count)
  }

  /// A text begins.
  mutating func begin() {
    if tables.isFull { tables = SkeletonTables(skeletons) }
    if sides?.isFull == true { sides = skeletons.sides.map { SideTables($0) } }
    runs.removeAll()
    for rule in walked.indices { walked[rule] = 0 }
    tried.removeAll()
    run = 0..<0
  }

  /// Adds to `list` where rules can match whose landmarks end in `stretch`, which follows the one before.
  mutating func find(
    _ text: Span<UInt8>, _ stretch: Range<Int>, wanted: [Bool], _ list: inout StartList
  ) {
    search.literals.find(in: text, stretch, &hits)
    for quarter in hits.quarters { look(at: quarter, text, wanted, &list) }
  }

  /// Takes in the runs of the text up to `mark`: few texts have a place where they are asked for.
  private mutating func readRuns(_ text: Span<UInt8>, to mark: Int) {
    while runs.end < mark {
      runs.read(text, to: min(mark, runs.end + StartList.largestBlock))
      // A literal that ends behind what was read may begin in it.
      runs.trim(farthest)
    }
  }

  private mutating func look(
    at hits: [LiteralHits.Hit], _ text: Span<UInt8>, _ wanted: [Bool], _ list: inout StartList
  ) {
    // Others can only be of a file that was damaged behind its checksum.
    for hit in hits where search.ofHit.indices.contains(Int(hit.number)) {
      for index in search.ofHit[Int(hit.number)] {
        let mark = search.texts[index]
        let start = hit.end &- mark.length
        guard start >= 0, mark.edges.areMet(in: text, start..<hit.end) else { continue }
        for owner in mark.owners {
          let rule = Int(search.owners[owner])
          guard wanted[rule], walked[rule] <= start else { continue }
          if mark.isKin {
            walk(rule, text, upTo: start, LandmarkSearch.kinReach, &list)
          } else {
            look(rule, text, around: start..<hit.end, &list)
          }
        }
      }
    }
  }

  /// Reads from the places from which the landmark at `mark` can be reached, which is read back to them, if what stands
  /// behind it is right.
  private mutating func look(
    _ rule: Int, _ text: Span<UInt8>, around mark: Range<Int>, _ list: inout StartList
  ) {
    if sides?.departs(rule, in: text, from: mark.upperBound, &run) == false { return }
    found.removeAll(keepingCapacity: true)
    guard sides?.approaches.approach(rule, in: text, to: mark.lowerBound, &found) == true else {
      return walk(rule, text, upTo: mark.lowerBound, 0, &list)
    }
    for place in found where place >= walked[rule] && tried.insert(rule, place) {
      read(rule, text, from: place, &list)
    }
  }

  /// Reads from all places from which the landmark at `mark`, or `more` bytes before it, is within reach.
  private mutating func walk(
    _ rule: Int, _ text: Span<UInt8>, upTo mark: Int, _ more: Int, _ list: inout StartList
  ) {
    readRuns(text, to: mark)
    var place = max(walked[rule], runs.farthest(search.reaches[rule] &+ more, before: mark))
    while place <= mark {
      read(rule, text, from: place, &list)
      place &+= 1
    }
    walked[rule] = max(walked[rule], place)
  }

  /// Adds `place` to `list` where a match can start there.
  private mutating func read(
    _ rule: Int, _ text: Span<UInt8>, from place: Int, _ list: inout StartList
  ) {
    guard place < text.count else { return }
    let classes = skeletons.classes
    let before = place > 0 ? Int(classes[Int(text[place &- 1])]) : skeletons.width &- 1
    if search.canStart(rule, before, Int(classes[Int(text[place])])),
      tables.canMatch(rule, in: text, from: place, tables.start(of: rule), &run)
    {
      list.add(rule, place)
    }
  }
}

/// What a worker has worked out of what stands beside landmarks.
private struct SideTables: Sendable {
  var approaches: SkeletonTables
  private var departures: SkeletonTables

  init(_ sides: SkeletonSet.Sides) {
    approaches = SkeletonTables(sides.approaches)
    departures = SkeletonTables(sides.departures)
  }

  var isFull: Bool { approaches.isFull || departures.isFull }

  /// Whether what stands behind a landmark that ends at `place` may be the rest of a match.
  mutating func departs(
    _ rule: Int, in text: Span<UInt8>, from place: Int, _ run: inout Range<Int>
  ) -> Bool {
    departures.canMatch(
      rule, in: text, from: place, departures.start(of: rule),
      within: SkeletonTables.longestDeparture, &run)
  }
}
