import Patterns

/// Brings references into order, and makes one of those of a kind that overlap.
enum ReferenceOrder {
  /// - Parameter references: of one text, in the order of their patterns.
  /// - Returns: by position, then in the order of the kinds. Where references of one kind overlap, the first pattern's
  ///   word stands, and its reference covers all of them.
  static func settled(_ references: [Reference]) -> [Reference] {
    var joined: [Reference] = []
    for kind in RevealingKind.allCases {
      joined += self.joined(references.filter { $0.kind == kind && !$0.range.isEmpty })
    }
    let rank = Dictionary(
      uniqueKeysWithValues: RevealingKind.allCases.enumerated().map { ($1, $0) })
    func key(_ reference: Reference) -> (Int, Int, Int) {
      (reference.range.lowerBound, reference.range.upperBound, rank[reference.kind] ?? 0)
    }
    return joined.sorted { key($0) < key($1) }
  }

  private static func joined(_ references: [Reference]) -> [Reference] {
    let sorted = references.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    var joined: [(place: Int, reference: Reference)] = []
    for (place, reference) in sorted {
      guard let last = joined.last, last.reference.range.upperBound > reference.range.lowerBound
      else {
        joined.append((place, reference))
        continue
      }
      var both = place < last.place ? reference : last.reference
      both.range =
        last.reference.range
        .lowerBound..<max(last.reference.range.upperBound, reference.range.upperBound)
      joined[joined.count - 1] = (min(place, last.place), both)
    }
    return joined.map(\.reference)
  }
}
