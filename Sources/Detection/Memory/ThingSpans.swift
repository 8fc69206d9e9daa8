import Patterns

/// The organisations and addresses of pass 1, inside which a lone name is no person's: `Geelong` of
/// `Geelong Eye Clinic`.
struct ThingSpans {
  /// The confidence, in thousandths, from which an organisation or address counts.
  private static let confidence = 800

  private let starts: [Int]
  /// The furthest end of all spans up to this one, in order of their starts.
  private var furthest: [Int] = []

  init(_ candidates: [Candidate]) {
    let spans = candidates.filter {
      ($0.category == .organization || $0.category == .address)
        && $0.confidence >= ThingSpans.confidence
    }.map(\.range).sorted { $0.lowerBound < $1.lowerBound }
    starts = spans.map(\.lowerBound)
    for span in spans { furthest.append(max(furthest.last ?? 0, span.upperBound)) }
  }

  /// Whether some span holds `range` and more.
  func contain(_ range: Range<Int>) -> Bool {
    let before = count(startingBefore: range.lowerBound)
    if before > 0, furthest[before - 1] >= range.upperBound { return true }
    let upTo = count(startingBefore: range.lowerBound + 1)
    return upTo > 0 && furthest[upTo - 1] > range.upperBound
  }

  private func count(startingBefore offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
