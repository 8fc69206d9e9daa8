import Patterns

/// The filters of places in compiled form: making them from the regexes takes as long as to read a hundred pages.
///
/// Eight bytes tell how long the index is; it is followed by the skeletons, each as long as the index says. Where there are
/// sides they follow as sets of their own, behind eight bytes that tell how long the first is.
extension SkeletonSet {
  /// As bytes, the same for the same skeletons.
  var flat: [UInt8] {
    let skeletons = isKnown.indices.map { rule in
      var writer = FlatWriter()
      skeleton(of: rule)?.skeleton.write(to: &writer)
      return writer.bytes
    }
    var index = FlatWriter()
    index.add(classes)
    index.add(width)
    index.add(isKnown.indices.map { $0 }) { writer, rule in
      writer.add(isKnown[rule])
      writer.add(skeletons[rule].count)
      writer.add(Array(ruleClasses[rule << 8..<(rule + 1) << 8]))
      writer.add(representatives[rule])
      writer.add(fronts[rule].sorted { $0.isBefore($1) }) { writer, front in
        writer.add(front.before)
        writer.add(front.first)
      }
      writer.add(landmarks[rule].map { [$0] } ?? []) { writer, landmark in
        writer.add(landmark.reach)
        writer.add(landmark.literals) { writer, literal in
          writer.add(literal.bytes)
          writer.add(Int(literal.edges.capitals))
          writer.add(literal.edges.startsWord)
          writer.add(literal.edges.endsWord)
        }
      }
    }
    var whole = FlatWriter()
    whole.add(bits: UInt64(index.bytes.count))
    return whole.bytes + index.bytes + skeletons.joined() + (sides?.flat ?? [])
  }

  /// - Parameter rules: how many rules there must be.
  convenience init(_ section: CompiledSection, rules: Int) throws(CompiledDefect) {
    try self.init(section, rules: rules, mayHaveSides: true)
  }

  fileprivate convenience init(_ section: CompiledSection, rules: Int, mayHaveSides: Bool)
    throws(CompiledDefect)
  {
    var head = FlatReader(try section.bytes(0..<8))
    guard let count = Int(exactly: try head.bits()), count <= section.count - 8 else {
      throw .damaged
    }
    let index = try FlatIndex(try section.bytes(8..<8 + count), from: 8 + count, rules: rules)
    let rest = try section.part(index.end..<max(index.end, section.count))
    guard mayHaveSides || rest.count == 0 else { throw .damaged }
    let sides = rest.count == 0 ? nil : try Sides(rest, rules: rules)
    self.init(index.parts, classes: index.classes, width: index.width, sides: sides) { rule in
      guard let bytes = try? section.bytes(index.places[rule]) else { return nil }
      return try? MatchSkeleton(flat: bytes)
    }
  }
}

extension SkeletonSet.Sides {
  fileprivate var flat: [UInt8] {
    let first = approaches.flat
    var head = FlatWriter()
    head.add(bits: UInt64(first.count))
    return head.bytes + first + departures.flat
  }

  fileprivate init(_ section: CompiledSection, rules: Int) throws(CompiledDefect) {
    var head = FlatReader(try section.bytes(0..<8))
    guard let count = Int(exactly: try head.bits()), count <= section.count - 8 else {
      throw .damaged
    }
    approaches = try SkeletonSet(
      section.part(8..<8 + count), rules: rules, mayHaveSides: false)
    departures = try SkeletonSet(
      section.part(8 + count..<section.count), rules: rules, mayHaveSides: false)
  }
}

/// What is known of the skeletons before one of them is read.
private struct FlatIndex: Sendable {
  let classes: [UInt8]
  let width: Int
  private(set) var parts: [SkeletonSet.Part] = []
  /// Where the skeleton of each rule is.
  private(set) var places: [Range<Int>] = []
  /// Where the last one ends.
  private(set) var end: Int

  init(_ bytes: [UInt8], from start: Int, rules: Int) throws(CompiledDefect) {
    var reader = FlatReader(bytes)
    end = start
    classes = try reader.data()
    width = try reader.number(upTo: 257)
    for entry in try reader.list({ [width] reader throws(CompiledDefect) in
      try FlatIndex.entry(&reader, width: width)
    }) {
      parts.append(entry.part)
      places.append(end..<end + entry.count)
      end += entry.count
    }
    guard reader.isAtEnd, parts.count == rules, classes.count == 256,
      classes.allSatisfy({ Int($0) < width - 1 })
    else { throw .damaged }
  }

  private static func entry(_ reader: inout FlatReader, width: Int) throws(CompiledDefect) -> (
    part: SkeletonSet.Part, count: Int
  ) {
    let isKnown = try reader.flag()
    let count = try reader.number(upTo: Int(Int32.max))
    let (classes, representatives) = (try reader.data(), try reader.data())
    guard classes.count == 256, classes.allSatisfy({ Int($0) < representatives.count }) else {
      throw .damaged
    }
    let fronts = try reader.list { reader throws(CompiledDefect) in
      SkeletonSet.Front(before: try reader.flags(width), first: try reader.flags(width))
    }
    let landmarks = try reader.list(FlatIndex.landmark)
    guard landmarks.count <= 1 else { throw .damaged }
    return (
      SkeletonSet.Part(
        isKnown: isKnown, classes: classes, representatives: representatives, fronts: fronts,
        landmark: landmarks.first),
      count
    )
  }

  private static func landmark(_ reader: inout FlatReader) throws(CompiledDefect) -> Landmark {
    let reach = try reader.number(upTo: Landmark.farthest)
    let literals = try reader.list(FlatIndex.literal)
    guard !literals.isEmpty else { throw .damaged }
    return Landmark(literals: literals, reach: reach, approach: nil, departure: nil)
  }

  private static func literal(_ reader: inout FlatReader) throws(CompiledDefect) -> LandmarkText {
    let bytes = try reader.data()
    guard (1...Landmark.longestLiteral).contains(bytes.count) else { throw .damaged }
    let capitals = UInt8(truncatingIfNeeded: try reader.number(upTo: 1 << bytes.count - 1))
    let (startsWord, endsWord) = (try reader.flag(), try reader.flag())
    return LandmarkText(
      bytes, LandmarkEdges(capitals: capitals, startsWord: startsWord, endsWord: endsWord))
  }
}

extension SkeletonSet.Front {
  /// An order of fronts that depends on nothing but what they say.
  fileprivate func isBefore(_ other: SkeletonSet.Front) -> Bool {
    func bytes(_ front: SkeletonSet.Front) -> [UInt8] {
      (front.before + front.first).map { $0 ? 1 : 0 }
    }
    return bytes(self).lexicographicallyPrecedes(bytes(other))
  }
}
