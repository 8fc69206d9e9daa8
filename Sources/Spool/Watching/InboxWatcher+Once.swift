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
  ///
  /// - Parameter profiles: as for watching.
  package static func count(
    root: String, profiles: Set<String> = []
  ) throws(SpoolError) -> InboxCount {
    let folders = WatchedFolders(root: Path(root), profiles: profiles)
    var count = InboxCount()
    do throws(SystemError) {
      for entrance in [.inbox] + folders.others {
        guard let folder = try folders.open(entrance) else { continue }
        try folder.forEachName { (name) throws(SystemError) in
          if TemporaryName.matches(name.bytes) {
            count.temporary += 1
            return true
          }
          let isFolder = try folder.status(of: name)?.kind == .folder
          if !isFolder || !folders.isProfile(name.bytes, in: entrance) { count.other += 1 }
          return true
        }
      }
    } catch {
      throw .folder(.inbox, error)
    }
    return count
  }

  /// Everything in the inbox, and persons' decisions, for a run that ends: waits for entries that are still being written.
  ///
  /// Without a cap on their number: some hundred bytes of memory for each entry.
  ///
  /// - Parameters:
  ///   - root: the spool's root.
  ///   - profiles, settle: as for watching.
  ///   - limit: the longest wait; entries that are not settled then stay in the inbox and are not returned.
  /// - Returns: oldest content first.
  package static func settledNow(
    root: String, profiles: Set<String> = [], settle: Duration, waitingAtMost limit: Duration
  ) async throws(SpoolError) -> [Arrival] {
    let clock = ContinuousClock()
    let end = clock.now.advanced(by: limit)
    let folders = WatchedFolders(root: Path(root), profiles: profiles, decisions: true)
    var settling = Settling(quiet: settle, capacity: .max)
    var settled: [(name: [UInt8], sighting: Sighting)] = []
    while true {
      do {
        settled += try newlySettled(in: folders, &settling, at: clock.now)
      } catch {
        throw .folder(.inbox, error)
      }
      guard let next = settling.nextLook, clock.now < end, !Task.isCancelled else { break }
      // A cancelled sleep ends the wait with what there is.
      try? await clock.sleep(until: min(end, max(next, clock.now.advanced(by: .milliseconds(50)))))
    }
    return settled.sorted(by: InboxScan.isOlder).compactMap { Arrival(path: $0.name) }
  }

  private static func newlySettled(
    in folders: WatchedFolders, _ settling: inout Settling, at now: ContinuousClock.Instant
  ) throws(SystemError) -> [(name: [UInt8], sighting: Sighting)] {
    let scan = try folders.scan(limit: .max)
    settling.scanned(scan.found, isPartial: false, at: now)
    var settled: [(name: [UInt8], sighting: Sighting)] = []
    for name in settling.due(at: now) {
      let look = try folders.look(at: name)
      guard settling.judge(name, look, at: now, wall: .now), let look else { continue }
      settling.delivered(name)
      settled.append((name, look.sighting))
    }
    return settled
  }
}
