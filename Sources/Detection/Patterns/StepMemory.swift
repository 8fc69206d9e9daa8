/// The steps that one closure has met: a hash table with open addressing that is emptied by counting on.
struct StepMemory: Sendable {
  private struct Slot {
    var step = ClosureStep(open: SkeletonThreads())
    /// The round in which the slot was filled; one of an earlier round is empty.
    var round: UInt32 = 0
  }

  private var slots = [Slot](repeating: Slot(), count: 1 << 8)
  private var count = 0
  private var round: UInt32 = 1

  /// Forgets all steps.
  mutating func removeAll() {
    if count == 0 { return }
    count = 0
    if round == .max {
      slots = [Slot](repeating: Slot(), count: slots.count)
      round = 0
    }
    round += 1
  }

  /// Notes a step; false when it was known.
  mutating func insert(_ step: ClosureStep) -> Bool {
    if count * 2 >= slots.count { grow() }
    let mask = slots.count &- 1
    var place = StepMemory.hash(step) & mask
    while slots[place].round == round {
      if slots[place].step == step { return false }
      place = (place &+ 1) & mask
    }
    slots[place] = Slot(step: step, round: round)
    count += 1
    return true
  }

  private static func hash(_ step: ClosureStep) -> Int {
    var hash = (step.open.bits ^ step.done.bits &* 0xbf58_476d_1ce4_e5b9) &* 0x9e37_79b9_7f4a_7c15
    hash ^= hash >> 32
    return Int(truncatingIfNeeded: hash >> 1)
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 4)
    let mask = slots.count - 1
    for slot in old where slot.round == round {
      var place = StepMemory.hash(slot.step) & mask
      while slots[place].round == round { place = (place + 1) & mask }
      slots[place] = slot
    }
  }
}
