@testable import Spool
import Syscalls
import Testing

@Suite final class SettlingTests {
  private static let quiet = Duration.seconds(2)
  private let name = Array("case.txt".utf8)
  private let start = ContinuousClock.now
  /// When the kernel last saw a change of the files here.
  private let changed = FileTime(nanoseconds: 1_700_000_000_000_000_000)
  private var settling = Settling(quiet: SettlingTests.quiet, capacity: 100)

  private func after(_ seconds: Double) -> ContinuousClock.Instant {
    start.advanced(by: .seconds(seconds))
  }

  private func look(
    _ writers: Writers, size: Int = 10, isRegular: Bool = true
  ) -> Look {
    let time = FileTime(nanoseconds: Int64(size))
    return Look(
      sighting: Sighting(
        isRegular: isRegular, size: size, modified: time, changed: changed, inode: 1),
      writers: writers)
  }

  /// Judged at a time at which the file has just been changed, as the wall clock sees it.
  private func judge(_ look: Look?, at seconds: Double) -> Bool {
    settling.judge(name, look, at: after(seconds), wall: changed)
  }

  @Test func `a file renamed in that nobody writes is settled at once`() {
    settling.renamedIn(name, at: start)
    #expect(judge(look(.nobody), at: 0))
  }

  @Test func `a closed file is settled after a moment in which nobody opens it again`() {
    settling.closed(name, at: start)
    #expect(!judge(look(.nobody), at: 0))
    settling.closed(name, at: after(0.4))
    #expect(!judge(look(.nobody, size: 20), at: 0.6))
    #expect(settling.nextLook == after(0.9))
    #expect(judge(look(.nobody, size: 20), at: 0.9))
  }

  @Test func `without a time for quiet a closed file is settled at once`() {
    settling = Settling(quiet: .zero, capacity: 100)
    settling.closed(name, at: start)
    #expect(judge(look(.nobody), at: 0))
  }

  @Test func `a file that was only created waits for its writer`() {
    settling.appeared(name, at: start)
    #expect(!judge(look(.somebody), at: 0))
    #expect(!judge(look(.somebody), at: 100))
    settling.closed(name, at: after(101))
    #expect(judge(look(.nobody), at: 101.5))
  }

  @Test func `a closed file with a second writer is not settled`() {
    settling.closed(name, at: start)
    #expect(!judge(look(.somebody), at: 100))
  }

  @Test func `a change after the close takes the close back`() {
    settling.closed(name, at: start)
    #expect(!judge(look(.somebody, size: 10), at: 0))
    #expect(!judge(look(.nobody, size: 20), at: 1))
    #expect(!judge(look(.nobody, size: 20), at: 2.9))
    #expect(judge(look(.nobody, size: 20), at: 3))
  }

  @Test func `where the kernel does not tell of writers only quiet counts`() {
    settling.closed(name, at: start)
    #expect(!judge(look(.unknown), at: 0))
    #expect(!judge(look(.unknown), at: 1.9))
    #expect(judge(look(.unknown), at: 2))
  }

  @Test func `a file that keeps growing is never quiet`() {
    settling.appeared(name, at: start)
    for second in 0..<50 { #expect(!judge(look(.unknown, size: second), at: Double(second))) }
  }

  @Test func `an empty file is not settled by its close`() {
    settling.closed(name, at: start)
    #expect(!judge(look(.nobody, size: 0), at: 0))
    #expect(judge(look(.nobody, size: 0), at: 2))
  }

  @Test func `a file the kernel saw unchanged for long is settled at first sight`() {
    settling.appeared(name, look(.nobody).sighting, at: start)
    let wall = FileTime(nanoseconds: changed.nanoseconds + 2_000_000_000)
    let withoutWriters = settling.judge(name, look(.unknown), at: start, wall: wall)
    #expect(!withoutWriters)
    let isSettled = settling.judge(name, look(.nobody), at: start, wall: wall)
    #expect(isSettled)
  }

  @Test func `a file from the future is not taken for an old one`() {
    settling.appeared(name, at: start)
    let wall = FileTime(nanoseconds: .min)
    let isSettled = settling.judge(name, look(.nobody), at: start, wall: wall)
    #expect(!isSettled)
  }

  @Test func `what is no regular file has to be seen for a while`() {
    settling.closed(name, at: start)
    #expect(!judge(look(.nobody, isRegular: false), at: 0))
    #expect(judge(look(.nobody, isRegular: false), at: 2))
  }

  @Test func `what is gone is forgotten`() {
    settling.appeared(name, at: start)
    #expect(!judge(nil, at: 0))
    #expect(settling.count == 0)
    #expect(settling.nextLook == nil)
  }

  @Test func `an entry in work is not delivered again before it is done`() {
    settling.closed(name, at: start)
    settling.delivered(name)
    settling.appeared(name, look(.nobody).sighting, at: start)
    #expect(settling.due(at: after(100)).isEmpty)
    settling.done(name)
    #expect(settling.due(at: after(100)).isEmpty)
    settling.appeared(name, look(.nobody).sighting, at: after(100))
    #expect(settling.due(at: after(100)) == [name])
  }

  @Test func `a new file under the name of one in work is delivered after it`() {
    settling.closed(name, at: start)
    settling.delivered(name)
    settling.renamedIn(name, at: after(1))
    #expect(settling.due(at: after(1)).isEmpty)
    settling.done(name)
    #expect(settling.due(at: after(1)) == [name])
  }

  @Test func `a flood beyond the room is left to a later scan`() {
    for number in 0..<150 { settling.closed([UInt8(number)], at: start) }
    #expect(settling.count == 100)
    #expect(settling.hasOverflowed)
    settling.scanned([], isPartial: false, at: start)
    #expect(!settling.hasOverflowed)
  }

  @Test func `what cannot be taken is tried again ever later`() {
    var now = 0.0
    var pauses: [Double] = []
    for tries in 1...10 {
      settling.delivered(name)
      #expect(settling.postponed(name, at: after(now)) == tries)
      settling.scanned([(name, look(.nobody).sighting)], isPartial: false, at: after(now))
      var pause = 0.0
      while settling.due(at: after(now + pause)).isEmpty { pause += 30 }
      pauses.append(pause)
      now += pause
    }
    #expect(pauses == [30, 60, 120, 240, 480, 960, 1920, 3840, 3840, 3840])
  }

  @Test func `what could not be taken is tried at once when it has been replaced`() {
    settling.delivered(name)
    _ = settling.postponed(name, at: start)
    settling.renamedIn(name, at: after(1))
    #expect(settling.due(at: after(1)) == [name])
    settling.delivered(name)
    #expect(settling.postponed(name, at: after(1)) == 1)
  }

  @Test func `what could not be taken is forgotten when it is gone`() {
    for isEvent in [true, false] {
      settling.delivered(name)
      #expect(settling.postponed(name, at: start) == 1)
      if isEvent {
        settling.vanished(name)
      } else {
        settling.scanned([], isPartial: false, at: after(1))
      }
      settling.appeared(name, at: after(2))
      #expect(settling.due(at: after(2)) == [name])
      settling.vanished(name)
    }
  }

  @Test func `of many the oldest are due first`() {
    for age in [5, 3, 9, 1, 7] {
      settling.appeared([UInt8(age)], look(.nobody, size: age).sighting, at: start)
    }
    #expect(settling.due(at: start, limit: 2) == [[1], [3]])
    #expect(settling.due(at: start, limit: 0).isEmpty)
  }

  @Test func `a look is planned for when something can have changed`() {
    settling.appeared(name, at: start)
    #expect(settling.nextLook == start)
    _ = judge(look(.unknown), at: 0.5)
    #expect(settling.nextLook == after(2))
    _ = judge(look(.somebody), at: 3)
    #expect(settling.nextLook == after(5))
  }
}
