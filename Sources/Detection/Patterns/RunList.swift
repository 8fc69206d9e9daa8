import Patterns

/// The runs of a text, of white space and of all else, and how far places are apart when long runs count as short ones:
/// see `Landmark.reach`.
struct RunList: Sendable {
  private struct Run {
    var start: Int
    /// The length of all before it, long runs cut short.
    var length: Int
  }

  private var runs: [Run] = []
  private var isSpace = false
  /// Where the text known ends.
  private(set) var end = 0

  private static let spaces: [Bool] = (UInt8.min...UInt8.max).map(Landmark.space.contains)

  mutating func removeAll() {
    runs.removeAll(keepingCapacity: true)
    end = 0
  }

  /// Takes in the text up to `limit`.
  mutating func read(_ text: Span<UInt8>, to limit: Int) {
    while end < limit {
      let space = RunList.spaces[Int(text[end])]
      if runs.isEmpty || space != isSpace {
        runs.append(Run(start: end, length: length(at: end)))
        isSpace = space
      }
      end &+= 1
    }
  }

  /// The first place from which it is at most `reach` to `place`, which was read or is right behind what was.
  func farthest(_ reach: Int, before place: Int) -> Int {
    guard let first = runs.first else { return 0 }
    let target = length(at: place) &- reach
    if target <= first.length { return first.start }
    // Behind a long run the next one may begin at the same length.
    let run = runs[last(where: { $0.length <= target && $0.start <= place })]
    return run.start &+ (target &- run.length)
  }

  /// Forgets what is farther than `reach` before the end.
  mutating func trim(_ reach: Int) {
    let start = farthest(reach, before: end)
    runs.removeFirst(last(where: { $0.start <= start }))
  }

  private func length(at place: Int) -> Int {
    if runs.isEmpty { return 0 }
    let run = runs[last(where: { $0.start <= place })]
    return run.length &+ min(place &- run.start, Landmark.longestRun)
  }

  /// The last run of which `isSo` is true, which it is of the first ones.
  @inline(__always)
  private func last(where isSo: (Run) -> Bool) -> Int {
    var low = 0
    var high = runs.count
    while high &- low > 1 {
      let middle = (low &+ high) / 2
      if isSo(runs[middle]) { low = middle } else { high = middle }
    }
    return low
  }
}
