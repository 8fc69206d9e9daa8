import Patterns

/// The filters of places in compiled form: making them from the regexes takes as long as to read a hundred pages.
///
/// Eight bytes tell how long the index is; it is followed by the skeletons, each as long as the index says. Where there are
/// sides, the search for landmarks follows and the sides as sets of their own, each behind eight bytes that tell how long it is.
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
      writer.add(hasLandmark[rule])
    }
    var whole = FlatWriter()
    whole.add(bits: UInt64(index.bytes.count))
    return whole.bytes + index.bytes + skeletons.joined()
      + (sides.map { SkeletonSet.sized(marks.flat) + $0.flat } ?? [])
  }

  /// Bytes behind eight that tell how many they are.
  fileprivate static func sized(_ bytes: [UInt8]) -> [UInt8] {
    var head = FlatWriter()
    head.add(bits: UInt64(bytes.count))
    return head.bytes + bytes
  }

  /// A part that begins at `start` behind its size, and where it ends.
  fileprivate static func sized(_ section: CompiledSection, from start: Int) throws(CompiledDefect)
    -> (part: CompiledSection, end: Int)
  {
    var head = FlatReader(try section.bytes(start..<start + 8))
    guard let count = Int(exactly: try head.bits()), count <= section.count - start - 8 else {
      throw .damaged
    }
    return (try section.part(start + 8..<start + 8 + count), start + 8 + count)
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
    guard mayHaveSides || index.end == section.count else { throw .damaged }
    var (marks, sides): (LandmarkSearch?, Sides?) = (nil, nil)
    if index.end != section.count {
      let search = try SkeletonSet.sized(section, from: index.end)
      marks = try LandmarkSearch(search.part, rules: rules)
      guard marks?.width == index.width else { throw .damaged }
      sides = try Sides(section, from: search.end, rules: rules)
    } else if index.parts.contains(where: \.hasLandmark) {
      throw .damaged
    }
    self.init(
      index.parts, classes: index.classes, width: index.width, landmarks: [], marks: marks,
      sides: sides
    ) { rule in
      guard let bytes = try? section.bytes(index.places[rule]) else { return nil }
      return try? MatchSkeleton(flat: bytes)
    }
  }
}

extension SkeletonSet.Sides {
  fileprivate var flat: [UInt8] {
    SkeletonSet.sized(approaches.flat) + SkeletonSet.sized(departures.flat)
  }

  fileprivate init(_ section: CompiledSection, from start: Int, rules: Int) throws(CompiledDefect) {
    let first = try SkeletonSet.sized(section, from: start)
    let second = try SkeletonSet.sized(section, from: first.end)
    guard second.end == section.count else { throw .damaged }
    approaches = try SkeletonSet(first.part, rules: rules, mayHaveSides: false)
    departures = try SkeletonSet(second.part, rules: rules, mayHaveSides: false)
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
    let hasLandmark = try reader.flag()
    return (
      SkeletonSet.Part(
        isKnown: isKnown, classes: classes, representatives: representatives, fronts: fronts,
        hasLandmark: hasLandmark),
      count
    )
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
