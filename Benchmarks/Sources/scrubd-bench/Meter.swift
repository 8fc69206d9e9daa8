import CCounters

/// What one run of something cost.
struct Cost {
  /// Of the processor, in user and system mode.
  var seconds: Double
  var allocations: Int
  /// Nil where the machine does not count them.
  var instructions: Int?
}

/// Measures what runs of a piece of code cost.
struct Meter {
  private let instructions: Int32
  let repeats: Int

  init(repeats: Int) {
    self.repeats = max(1, repeats)
    instructions = counters_open_instructions()
  }

  /// The median run, by time, of `repeats` after one that is not counted.
  func measure(_ work: () throws -> Void) rethrows -> Cost {
    try work()
    var costs: [Cost] = []
    for _ in 0..<repeats { costs.append(try once(work)) }
    costs.sort { $0.seconds < $1.seconds }
    return costs[costs.count / 2]
  }

  private func once(_ work: () throws -> Void) rethrows -> Cost {
    let allocations = counters_allocations()
    let counted = instructions >= 0 ? counters_read_instructions(instructions) : -1
    let start = counters_cpu_seconds()
    try work()
    let seconds = counters_cpu_seconds() - start
    let after = counters_allocations()
    return Cost(
      seconds: seconds, allocations: Int(after - allocations),
      instructions: counted >= 0 ? Int(counters_read_instructions(instructions) - counted) : nil)
  }
}

/// Keeps the optimiser from leaving out work whose result nobody reads.
@inline(never)
func consume<Value>(_ value: borrowing Value) {}
