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
  /// For each byte whether white space outside ASCII begins with it.
  private static let leads: [Bool] = (UInt8.min...UInt8.max).map { byte in
    Landmark.wideSpaces.contains { $0[0] == byte }
  }

  mutating func removeAll() {
    runs.removeAll(keepingCapacity: true)
    end = 0
  }

  /// Takes in the text up to `limit`.
  mutating func read(_ text: Span<UInt8>, to limit: Int) {
    let (spaces, leads) = (RunList.spaces, RunList.leads)
    while end < limit {
      let byte = Int(text[end])
      let wide = leads[byte] ? RunList.wideSpace(in: text, at: end) : 0
      if wide > 0, !runs.isEmpty {
        // White space to `\h` and none to `\S`: it ends no run of either kind.
        end &+= wide
        continue
      }
      let space = spaces[byte]
      if runs.isEmpty || space != isSpace {
        runs.append(Run(start: end, length: length(at: end)))
        isSpace = space
      }
      end &+= 1
    }
  }

  /// The bytes of the white space outside ASCII that stands at a place; 0 when there is none.
  private static func wideSpace(in text: Span<UInt8>, at place: Int) -> Int {
    for space in Landmark.wideSpaces where place + space.count <= text.count {
      if space.indices.allSatisfy({ text[place + $0] == space[$0] }) { return space.count }
    }
    return 0
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
