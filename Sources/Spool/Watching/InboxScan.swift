internal import Syscalls

/// One look over the whole inbox, oldest entries first.
enum InboxScan {
  /// The entries that are no temporary ones.
  ///
  /// - Parameter limit: the most entries returned, those with the oldest content; no more than twice as many are ever
  ///   in memory.
  /// - Returns: the entries by age, and whether some were left out.
  static func entries(
    of inbox: borrowing Folder, limit: Int
  ) throws(SystemError) -> (found: [(name: [UInt8], sighting: Sighting)], isPartial: Bool) {
    var found: [(name: [UInt8], sighting: Sighting)] = []
    var isPartial = false
    func keepOldest() {
      found.sort(by: isOlder)
      isPartial = isPartial || found.count > limit
      found.removeLast(max(0, found.count - limit))
    }
    try inbox.forEachName { (name) throws(SystemError) in
      guard !TemporaryName.matches(name.bytes), let status = try inbox.status(of: name) else {
        return true
      }
      found.append((name.bytes, Sighting(status)))
      if found.count / 2 >= limit { keepOldest() }
      return true
    }
    keepOldest()
    return (found, isPartial)
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
