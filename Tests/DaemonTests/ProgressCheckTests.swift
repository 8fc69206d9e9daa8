import Spool
import Testing

@testable import Daemon

/// Whom the watchdog takes for one that hangs. Times are given, not waited for.
@Suite struct ProgressCheckTests {
  private let pulses = Pulses(workers: 3)
  private let begin = ContinuousClock.now

  private func check() -> ProgressCheck {
    ProgressCheck(pulses, patience: .seconds(60), at: begin)
  }

  private func at(_ seconds: Int) -> ContinuousClock.Instant { begin + .seconds(seconds) }

  @Test func `who has nothing to do does not hang`() {
    var check = check()
    for second in stride(from: 0, through: 10_000, by: 30) {
      #expect(check.hanging(at: at(second)) == 0)
    }
  }

  @Test func `a document may take long as long as something is done`() {
    var check = check()
    pulses.workers[0].begin()
    for second in stride(from: 0, through: 10_000, by: 59) {
      pulses.workers[0].beat()
      #expect(check.hanging(at: at(second)) == 0)
    }
  }

  @Test
  func `a worker that stands still hangs when the patience is over, and no longer when it goes on`()
  {
    var check = check()
    pulses.workers[1].begin()
    #expect(check.hanging(at: at(0)) == 0)
    #expect(check.hanging(at: at(59)) == 0)
    #expect(check.hanging(at: at(61)) == 1)
    pulses.workers[1].beat()
    #expect(check.hanging(at: at(62)) == 0)
  }

  @Test func `others that work do not hide one that hangs`() {
    var check = check()
    for worker in pulses.workers { worker.begin() }
    for second in stride(from: 0, through: 90, by: 10) {
      pulses.workers[0].beat()
      pulses.workers[2].beat()
      #expect(check.hanging(at: at(second)) == (second >= 60 ? 1 : 0))
    }
  }

  @Test func `jobs that nobody takes are a hang of all`() {
    var check = check()
    pulses.queue.begin()
    #expect(check.hanging(at: at(0)) == 0)
    #expect(check.hanging(at: at(61)) == 3)
  }

  @Test func `a pool that runs no task is a hang of all, unless workers fill it`() {
    var check = check()
    pulses.pool.begin()
    #expect(check.hanging(at: at(0)) == 0)
    #expect(check.hanging(at: at(61)) == 3)
    pulses.workers[0].begin()
    #expect(check.hanging(at: at(62)) == 0)
    pulses.workers[0].rest()
    pulses.pool.beat()
    #expect(check.hanging(at: at(63)) == 0)
  }

  @Test func `jobs that wait for busy workers are none`() {
    var check = check()
    pulses.queue.begin()
    pulses.workers[0].begin()
    for second in stride(from: 0, through: 600, by: 30) {
      pulses.workers[0].beat()
      #expect(check.hanging(at: at(second)) == 0)
    }
  }

  @Test func `the queue tells whether jobs wait`() async {
    let queue = WorkQueue(pulse: pulses.queue)
    #expect(!pulses.queue.isBusy)
    for name in ["a", "b"] { await queue.push(.arrival(Arrival(name: Array(name.utf8)))) }
    #expect(pulses.queue.isBusy)
    _ = await queue.next()
    #expect(pulses.queue.isBusy)
    _ = await queue.next()
    #expect(!pulses.queue.isBusy)
  }
}
