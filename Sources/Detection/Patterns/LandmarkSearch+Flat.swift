import Patterns

/// The search for landmarks in compiled form: to make its automaton takes longer than to read some pages.
///
/// Eight bytes tell how long the head is; behind it are the tables, in whole numbers of four bytes.
extension LandmarkSearch {
  var flat: [UInt8] {
    var head = FlatWriter()
    head.add(literals.classes)
    head.add(literals.width)
    head.add(literals.longest)
    head.add(literals.table.count)
    head.add(width)
    head.add(reaches)
    head.add(ofHit.map(\.count))
    head.add(texts) { writer, text in
      writer.add(text.length)
      writer.add(Int(text.edges.capitals))
      writer.add(text.edges.startsWord)
      writer.add(text.edges.endsWord)
      writer.add(text.isKin)
      writer.add(text.owners.count)
    }
    head.add(owners.count)
    var whole = FlatWriter()
    whole.add(bits: UInt64(head.bytes.count))
    var tables = FlatWriter()
    for table in [literals.table, owners.map { UInt32(bitPattern: $0) }, before, first] {
      tables.add(words: table)
    }
    return whole.bytes + head.bytes + tables.bytes
  }

  /// - Parameter rules: how many rules there must be.
  init(_ section: CompiledSection, rules: Int) throws(CompiledDefect) {
    var size = FlatReader(try section.bytes(0..<8))
    guard let count = Int(exactly: try size.bits()), count <= section.count - 8 else {
      throw .damaged
    }
    let head = try FlatHead(section.bytes(8..<8 + count), rules: rules)
    var place = 8 + count
    func words(_ count: Int) throws(CompiledDefect) -> [UInt32] {
      defer { place += count * 4 }
      return try section.words(place..<place + count * 4)
    }
    let table = try words(head.entries)
    let owners = try words(head.owners).map { Int32(truncatingIfNeeded: $0) }
    let (before, first) = (try words(rules * head.width), try words(rules * head.width))
    guard place == section.count, owners.allSatisfy({ $0 >= 0 && $0 < rules }),
      let literals = LiteralAutomaton(
        classes: head.classes, width: head.columns, longest: head.longest, table: table)
    else { throw .damaged }
    self.init(
      literals: literals, ofHit: head.ofHit, texts: head.texts, owners: owners,
      reaches: head.reaches, before: before, first: first, width: head.width)
  }
}

/// What is known of the tables before they are read.
private struct FlatHead {
  let classes: [UInt8]
  /// Of the automaton.
  let columns: Int
  let longest: Int
  let entries: Int
  /// Of the masks of starts.
  let width: Int
  let reaches: [Int]
  private(set) var ofHit: [Range<Int>] = []
  private(set) var texts: [LandmarkSearch.Text] = []
  private(set) var owners = 0

  private static let mostEntries = 1 << 28

  init(_ bytes: [UInt8], rules: Int) throws(CompiledDefect) {
    var reader = FlatReader(bytes)
    classes = try reader.data()
    columns = try reader.number(upTo: 257)
    longest = try reader.number(upTo: Landmark.longestLiteral)
    entries = try reader.number(upTo: FlatHead.mostEntries)
    width = try reader.number(upTo: 257)
    reaches = try reader.list { reader throws(CompiledDefect) in
      try reader.number(upTo: Landmark.farthest + Landmark.longestLiteral)
    }
    for count in try reader.numbers() {
      let start = ofHit.last?.upperBound ?? 0
      guard count <= bytes.count else { throw .damaged }
      ofHit.append(start..<start + count)
    }
    var end = 0
    texts = try reader.list { reader throws(CompiledDefect) in
      let text = try FlatHead.text(&reader, from: end, most: bytes.count * rules)
      end = text.owners.upperBound
      return text
    }
    owners = try reader.number(upTo: end)
    guard reader.isAtEnd, owners == end, reaches.count == rules,
      ofHit.last?.upperBound ?? 0 == texts.count
    else { throw .damaged }
  }

  private static func text(_ reader: inout FlatReader, from start: Int, most: Int)
    throws(CompiledDefect) -> LandmarkSearch.Text
  {
    let length = try reader.number(upTo: Landmark.longestLiteral)
    let capitals = UInt8(truncatingIfNeeded: try reader.number(upTo: 255))
    let (startsWord, endsWord) = (try reader.flag(), try reader.flag())
    let isKin = try reader.flag()
    let owners = try reader.number(upTo: most)
    return LandmarkSearch.Text(
      length: length,
      edges: LandmarkEdges(capitals: capitals, startsWord: startsWord, endsWord: endsWord),
      isKin: isKin, owners: start..<start + owners)
  }
}
