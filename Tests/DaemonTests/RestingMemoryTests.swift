import Synchronization
import Testing

@testable import Daemon
@testable import Pipeline

/// Memory is given back once after each time of work.
@Suite struct RestingMemoryTests {
  @Test func `once for each time of work, when it is over`() {
    let count = Mutex(0)
    let seats = Seats(1)
    let memory = RestingMemory(seats: seats, patience: .zero) { count.withLock { $0 += 1 } }
    memory.look()
    #expect(count.withLock { $0 } == 0)
    for round in 1...2 {
      var desk = Desk(timeLimit: .seconds(600), at: seats)
      desk.sit()
      memory.look()
      #expect(count.withLock { $0 } == round - 1)
      desk.rise()
      memory.look()
      memory.look()
      #expect(count.withLock { $0 } == round)
    }
  }

  @Test func `not before the patience is over`() {
    let seats = Seats(1)
    let memory = RestingMemory(seats: seats, patience: .seconds(600)) {
      Issue.record("somebody worked a moment ago")
    }
    var desk = Desk(timeLimit: .seconds(600), at: seats)
    desk.sit()
    desk.rise()
    memory.look()
  }
}
