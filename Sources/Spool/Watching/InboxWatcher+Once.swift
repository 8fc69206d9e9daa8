internal import Syscalls

/// What lies in the inbox, by number.
package struct InboxCount: Sendable, Hashable {
  /// Entries with a temporary name, which are left alone.
  package var temporary = 0
  /// All others.
  package var other = 0

  package init(temporary: Int = 0, other: Int = 0) {
    self.temporary = temporary
    self.other = other
  }
}

extension InboxWatcher {
  /// Counts what is in the inbox now.
  package static func count(root: String) throws(SpoolError) -> InboxCount {
    var count = InboxCount()
    do {
      try Folder(opening: inbox(of: root)).forEachName { (name) throws(SystemError) in
        if TemporaryName.matches(name.bytes) { count.temporary += 1 } else { count.other += 1 }
        return true
      }
    } catch {
      throw .folder(.inbox, error)
    }
    return count
  }

  /// Everything in the inbox, for a run that ends: waits for entries that are still being written.
  ///
  /// Without a cap on their number: some hundred bytes of memory for each entry.
  ///
  /// - Parameters:
  ///   - root: the spool's root.
  ///   - settle: as for watching.
  ///   - limit: the longest wait; entries that are not settled then stay in the inbox and are not returned.
  /// - Returns: oldest content first.
  package static func settledNow(
    root: String, settle: Duration, waitingAtMost limit: Duration
  ) async throws(SpoolError) -> [Arrival] {
    let clock = ContinuousClock()
    let end = clock.now.advanced(by: limit)
    var settling = Settling(quiet: settle, capacity: .max)
    var settled: [(name: [UInt8], sighting: Sighting)] = []
    while true {
      do {
        settled += try newlySettled(in: inbox(of: root), &settling, at: clock.now)
      } catch {
        throw .folder(.inbox, error)
      }
      guard let next = settling.nextLook, clock.now < end, !Task.isCancelled else { break }
      // A cancelled sleep ends the wait with what there is.
      try? await clock.sleep(until: min(end, max(next, clock.now.advanced(by: .milliseconds(50)))))
    }
    return settled.sorted(by: InboxScan.isOlder).map { Arrival(name: $0.name) }
  }

  private static func newlySettled(
    in path: Path, _ settling: inout Settling, at now: ContinuousClock.Instant
  ) throws(SystemError) -> [(name: [UInt8], sighting: Sighting)] {
    let inbox = try Folder(opening: path)
    let scan = try InboxScan(of: inbox, limit: .max)
    settling.scanned(scan.found, isPartial: false, at: now)
    var settled: [(name: [UInt8], sighting: Sighting)] = []
    for name in settling.due(at: now) {
      let look = try Look(at: name, in: inbox)
      guard settling.judge(name, look, at: now, wall: .now), let look else { continue }
      settling.delivered(name)
      settled.append((name, look.sighting))
    }
    return settled
  }
}
