import Patterns

/// The tables of `StartFilter` for as many rules as one row has bits.
struct StartBank: Sendable {
  static let capacity = RuleTable.Row.scalarCount * 64

  /// The number of this bank's first rule.
  private let firstRule: Int
  private let classes: [Int]
  /// Stands for the class of a byte before or behind the text.
  private let outside: Int
  /// Rules by the byte before and the first.
  private let front: RuleTable
  /// Rules by the first and the second byte, by the third and the fourth, and so on.
  private let pairs: [RuleTable]
  /// Rules by the two bytes behind the first word, behind the second, and so on.
  private let wordEnds: [RuleTable]

  /// - Parameter shapes: those of the rules; nil for rules that are not asked for.
  init(_ shapes: ArraySlice<StartShape?>, firstRule: Int) {
    self.firstRule = firstRule
    let places = shapes.compactMap { $0 }.flatMap { [$0.front] + $0.pairs + $0.wordEnds }
      .flatMap { $0.flatMap { [$0.key, $0.value] } }
    let classes = ByteClasses(places.map(\.bytes))
    let outside = classes.count
    var columns: [StartShape.Place: [Int]] = [:]
    for place in places where columns[place] == nil {
      columns[place] = classes.classes(of: place.bytes) + (place.orOutside ? [outside] : [])
    }
    func table(_ pairs: (StartShape) -> StartShape.Pairs) -> RuleTable {
      var builder = RuleTable.Builder(width: outside + 1)
      for (rule, shape) in shapes.enumerated() {
        for pair in shape.map(pairs) ?? [:] {
          builder.add(rule, columns[pair.key] ?? [], columns[pair.value] ?? [])
        }
      }
      return RuleTable(builder)
    }
    front = table(\.front)
    pairs = (0..<StartShape.pairCount).map { number in table { $0.pairs[number] } }
    wordEnds = (0..<StartShape.wordCount).map { number in table { $0.wordEnds[number] } }
    self.classes = classes.table
    self.outside = outside
  }

  /// Marks where in `block` each rule can start, of those in `wanted`.
  func mark(
    _ text: Span<UInt8>, _ block: Range<Int>, wanted: [Bool], _ map: inout StartMap
  ) {
    var mask = RuleTable.Row()
    for rule in firstRule..<min(wanted.count, firstRule + StartBank.capacity) where wanted[rule] {
      mask[(rule - firstRule) >> 6] |= 1 << UInt64((rule - firstRule) & 63)
    }
    var words = [Range<Int>](repeating: 0..<0, count: wordEnds.count)
    var before = column(text, block.lowerBound - 1)
    var first = column(text, block.lowerBound)
    for offset in block {
      let second = column(text, offset &+ 1)
      let fronts = front.row(before, first)
      if fronts != 0 {
        let heads = pairs[0].row(first, second)
        if heads != 0 {
          let rules = narrow(
            front.rows[fronts] & pairs[0].rows[heads] & mask, text, offset, &words)
          if rules != RuleTable.Row() { mark(rules, offset, &map) }
        }
      }
      before = first
      first = second
    }
  }

  /// Those of `rules` that what stands behind the first two bytes at `offset` allows.
  ///
  /// - Parameter words: the words found last, so that a long one is not read again from each of its bytes.
  private func narrow(
    _ rules: RuleTable.Row, _ text: Span<UInt8>, _ offset: Int, _ words: inout [Range<Int>]
  ) -> RuleTable.Row {
    var rules = rules
    var place = offset
    for pair in 1..<pairs.count {
      if rules == RuleTable.Row() { return rules }
      place &+= 2
      rules &= pairs[pair].rows[pairs[pair].row(column(text, place), column(text, place &+ 1))]
    }
    place = offset
    for (number, ends) in wordEnds.enumerated() {
      if rules == RuleTable.Row() { return rules }
      if !words[number].contains(place) {
        let start = place
        while place < text.count, StartBank.isWord[Int(text[place])] { place &+= 1 }
        words[number] = start..<place
      }
      place = words[number].upperBound
      rules &= ends.rows[ends.row(column(text, place), column(text, place &+ 1))]
      place &+= 1
    }
    return rules
  }

  private func column(_ text: Span<UInt8>, _ offset: Int) -> Int {
    offset >= 0 && offset < text.count ? classes[Int(text[offset])] : outside
  }

  private static let isWord = (0...255).map { ByteSet.word.contains($0) }

  private func mark(_ rules: RuleTable.Row, _ offset: Int, _ map: inout StartMap) {
    for word in 0..<RuleTable.Row.scalarCount {
      var bits = rules[word]
      while bits != 0 {
        map.mark(firstRule &+ word &* 64 &+ bits.trailingZeroBitCount, offset)
        bits &= bits &- 1
      }
    }
  }
}
