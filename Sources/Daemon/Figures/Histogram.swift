/// Counts durations by how long they were, as Prometheus wants them: cumulative, in seconds.
struct Histogram: Sendable {
  /// Upper bounds in thousandths of a second: a note takes some, the longest document two minutes.
  static let bounds = [
    5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 30_000, 60_000, 120_000,
  ]

  /// How many were at most as long as the bound at the same index.
  private(set) var buckets = [Int](repeating: 0, count: bounds.count)
  private(set) var count = 0
  /// Thousandths of a second.
  private(set) var sum = 0

  mutating func add(milliseconds: Int) {
    count += 1
    sum += milliseconds
    for (index, bound) in Histogram.bounds.enumerated() where milliseconds <= bound {
      buckets[index] += 1
    }
  }
}
