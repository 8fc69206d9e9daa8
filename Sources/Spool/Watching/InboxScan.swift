internal import Syscalls

/// One look over the inbox and the folders watched with it, oldest entries first.
struct InboxScan {
  /// The entries that are no temporary ones, by age; their names are paths below the root.
  private(set) var found: [(name: [UInt8], sighting: Sighting)] = []
  /// Whether some were left out.
  private(set) var isPartial = false
  /// The number of entries with a temporary name.
  private(set) var temporary = 0
  /// Those of them that have not changed for a day: whoever wrote them has probably forgotten them.
  private(set) var forgotten = 0

  /// A day, in nanoseconds.
  private static let forgottenAfter: Int64 = 86_400_000_000_000

  private let limit: Int
  private let wall: FileTime

  /// - Parameters:
  ///   - limit: the most entries found, those with the oldest content; no more than twice as many are ever in memory.
  ///   - wall: the time now.
  init(limit: Int, wall: FileTime) {
    self.limit = limit
    self.wall = wall
  }

  /// Looks over one folder.
  mutating func add(
    _ folder: borrowing Folder, _ entrance: Entrance, in watched: WatchedFolders
  ) throws(SystemError) {
    try folder.forEachName { (name) throws(SystemError) in
      guard let status = try folder.status(of: name) else { return true }
      if status.kind == .folder, watched.isProfile(name.bytes, in: entrance) { return true }
      if TemporaryName.matches(name.bytes) {
        temporary += 1
        let forgottenSince = wall.nanoseconds - InboxScan.forgottenAfter
        if status.changed.nanoseconds < forgottenSince { forgotten += 1 }
        return true
      }
      let path = Arrival(name: name.bytes, entrance: entrance).path
      found.append((path, Sighting(status)))
      if found.count / 2 >= limit { keepOldest(limit) }
      return true
    }
  }

  /// All folders were looked over.
  mutating func finish() { keepOldest(limit) }

  private mutating func keepOldest(_ limit: Int) {
    found.sort(by: InboxScan.isOlder)
    isPartial = isPartial || found.count > limit
    found.removeLast(max(0, found.count - limit))
  }

  /// Oldest content first; names decide between equals, so that the order is always the same.
  static func isOlder(
    _ one: (name: [UInt8], sighting: Sighting), _ other: (name: [UInt8], sighting: Sighting)
  ) -> Bool {
    if one.sighting.modified != other.sighting.modified {
      return one.sighting.modified < other.sighting.modified
    }
    return one.name.lexicographicallyPrecedes(other.name)
  }
}
