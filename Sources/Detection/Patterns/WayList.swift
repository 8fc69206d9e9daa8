import Patterns

/// Ways through a skeleton, from one of which there must be a match.
struct WayList: Sendable {
  /// Ways that are kept apart; where there are more, lookaheads are let go.
  private static let mostWays = 1 << 9

  private(set) var ways: [SkeletonThreads] = []
  /// When each state was met last as a way by itself.
  private var single: [UInt32] = []
  private var round: UInt32 = 0

  /// Begins a list of ways through a skeleton of so many states.
  mutating func begin(states: Int) {
    if single.count < states || round == .max {
      single = [UInt32](repeating: 0, count: max(single.count, states))
      round = 0
    }
    round += 1
    ways.removeAll(keepingCapacity: true)
  }

  mutating func add(_ way: SkeletonThreads) { ways.append(way) }

  /// Puts the ways in order and leaves each once, without those that ask for more than another.
  ///
  /// - Parameter canGoOn: whether a way of several states is to be kept.
  mutating func settle(where canGoOn: (SkeletonThreads) -> Bool = { _ in true }) {
    if ways.count < 2, ways.first?.isSingle != false { return }
    var hasSeveral = false
    for way in ways {
      if way.isSingle { single[Int(way.first)] = round } else { hasSeveral = true }
    }
    if hasSeveral {
      let (single, round) = (single, round)
      ways.removeAll { way in
        guard !way.isSingle else { return false }
        return !way.allSatisfy { single[Int($0)] != round } || !canGoOn(way)
      }
    }
    sort()
    if hasSeveral, ways.count > WayList.mostWays {
      for index in ways.indices { ways[index] = SkeletonThreads(ways[index].last) }
      sort()
    }
  }

  private mutating func sort() {
    ways.sort()
    var kept = 0
    for index in ways.indices where kept == 0 || ways[kept - 1] != ways[index] {
      ways[kept] = ways[index]
      kept += 1
    }
    ways.removeLast(ways.count - kept)
  }
}
