internal import Syscalls

extension InboxWatcher {
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
    for entry in try InboxScan.entries(of: inbox, limit: .max).found {
      settling.appeared(entry.name, entry.sighting, at: now)
    }
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
