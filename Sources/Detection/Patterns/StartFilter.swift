import Patterns

/// Says for many rules at once at which places of a text their matches can start at all.
///
/// It looks at eight bytes of each place and the one before, as `StartShape` knows them: loads of table rows, whose
/// columns are the rules.
struct StartFilter: Sendable {
  /// For each rule whether anything is known of its starts; the others may start anywhere.
  let isKnown: [Bool]
  private let banks: [StartBank]

  init(_ skeletons: [MatchSkeleton?]) {
    let shapes = skeletons.map { $0.flatMap(StartShape.init) }
    isKnown = shapes.map { $0 != nil }
    banks = stride(from: 0, to: shapes.count, by: StartBank.capacity).map { first in
      StartBank(shapes[first..<min(first + StartBank.capacity, shapes.count)], firstRule: first)
    }
  }

  /// Marks in `map` where in `block` of `text` each rule can start, of those in `wanted`.
  func mark(_ text: Span<UInt8>, _ block: Range<Int>, wanted: [Bool], _ map: inout StartMap) {
    map.reset(rules: isKnown.count, block)
    for bank in banks { bank.mark(text, block, wanted: wanted, &map) }
  }
}
