/// States still to be followed, and those that consume a byte: all of them must come to a match.
struct ClosureStep: Sendable, Equatable {
  var open: SkeletonThreads
  var done = SkeletonThreads()

  /// One state, and nothing else asked for.
  var isPlain: Bool { done.isEmpty && open.isSingle }
}

/// The steps that a walk has made: a hash table with open addressing, emptied for each walk.
struct ClosureSteps: Sendable {
  /// A step that is not made has nothing open, which stands for an empty slot.
  private var slots = [ClosureStep](repeating: ClosureStep(open: SkeletonThreads()), count: 64)
  private var count = 0

  /// Whether the step, which has something open, was not here yet; then it is.
  mutating func insert(_ step: ClosureStep) -> Bool {
    if count * 2 >= slots.count { grow() }
    let place = slot(of: step)
    guard slots[place].open.isEmpty else { return false }
    slots[place] = step
    count += 1
    return true
  }

  mutating func removeAll() {
    if count == 0 { return }
    // To empty what one large walk left would slow all others down.
    if slots.count > 1 << 10 { return self = ClosureSteps() }
    for place in slots.indices { slots[place].open = SkeletonThreads() }
    count = 0
  }

  /// The slot of a step, or the empty one where it belongs.
  private func slot(of step: ClosureStep) -> Int {
    let mask = slots.count - 1
    var hash = (step.open.bits ^ step.done.bits &* 0xbf58_476d_1ce4_e5b9) &* 0x9e37_79b9_7f4a_7c15
    hash ^= hash >> 32
    var place = Int(truncatingIfNeeded: hash) & mask
    while !slots[place].open.isEmpty, slots[place] != step { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let old = slots
    slots = [ClosureStep](
      repeating: ClosureStep(open: SkeletonThreads()), count: old.count * 4)
    for step in old where !step.open.isEmpty { slots[slot(of: step)] = step }
  }
}
