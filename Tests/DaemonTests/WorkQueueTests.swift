import Spool
import Testing

@testable import Daemon

@Suite struct WorkQueueTests {
  @Test func `jobs come out in the order they went in`() async {
    let queue = WorkQueue()
    for number in 0..<100 { await queue.push(.number(number)) }
    await queue.finish()
    for number in 0..<100 { #expect(await queue.next() == .number(number)) }
    #expect(await queue.next() == nil)
  }

  @Test func `pushing and taking in turns loses nothing`() async {
    let queue = WorkQueue()
    var taken = 0
    for number in 0..<200 {
      await queue.push(.number(number))
      if number % 3 == 2 {
        #expect(await queue.next() == .number(taken))
        taken += 1
      }
    }
    await queue.finish()
    while let job = await queue.next() {
      #expect(job == .number(taken))
      taken += 1
    }
    #expect(taken == 200)
  }

  @Test func `waiting workers share the jobs, and all end with the queue`() async {
    let queue = WorkQueue()
    let taken = await withTaskGroup(of: [Job].self) { group in
      for _ in 0..<8 {
        group.addTask {
          var mine: [Job] = []
          while let job = await queue.next() { mine.append(job) }
          return mine
        }
      }
      for number in 0..<300 {
        await queue.push(.number(number))
        if number % 50 == 0 { await Task.yield() }
      }
      await queue.finish()
      return await group.reduce(into: []) { $0 += $1 }
    }
    #expect(taken.count == 300)
    #expect(Set(taken).count == 300)
  }

  @Test func `what is abandoned is not handed out`() async {
    let queue = WorkQueue()
    for number in 0..<10 { await queue.push(.number(number)) }
    #expect(await queue.next() == .number(0))
    await queue.abandon()
    #expect(await queue.next() == nil)
  }
}

extension Job {
  fileprivate static func number(_ number: Int) -> Job {
    .arrival(Arrival(name: Array("\(number).txt".utf8)))
  }
}
