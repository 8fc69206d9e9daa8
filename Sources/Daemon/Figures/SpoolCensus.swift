package import FoundationEssentials
import Spool
package import Syscalls

/// What lies in a spool's folders at one moment, by number. Anybody who may enter the folders can take it; the daemon
/// need not run.
package struct SpoolCensus: Sendable, Hashable {
  /// Files in the inbox and in its subfolders that nobody has claimed, those with temporary names included.
  package var waiting = 0
  /// When the oldest of them last changed; nil when there is none.
  package var oldest: Date?
  /// The raw names of folders in the inbox. They are for the eyes of those who may see the inbox: a name of a folder can
  /// be a person's.
  package var subfolders: [[UInt8]] = []
  /// Documents in `work/`.
  package var inWork = 0
  /// Documents a person has to decide on, oldest first.
  package var held: [String] = []
  package var quarantined = 0
  /// Whether there were too many files to look at all of them: then numbers are of those that were.
  package var isPartial = false

  /// The most entries looked at in one folder.
  private static let most = 100_000

  /// Counts.
  ///
  /// - Parameter root: the spool's root.
  package init(root: String) throws(SystemError) {
    let root = try Folder(opening: Path(root), followingLink: true)
    inWork = try names(in: SpoolFolder.work, of: root).count
    held = try names(in: SpoolFolder.hold, of: root).sorted()
    quarantined = try names(in: SpoolFolder.quarantine, of: root).count
    guard let inbox = try SpoolCensus.folder(SpoolFolder.inbox, of: root) else { return }
    try look(into: inbox, isTop: true)
    subfolders.sort { $0.lexicographicallyPrecedes($1) }
  }

  private mutating func look(into folder: borrowing Folder, isTop: Bool) throws(SystemError) {
    var seen = 0
    var folders: [Path] = []
    for name in try SpoolCensus.names(in: folder, atMost: SpoolCensus.most) {
      seen += 1
      guard let status = try folder.status(of: name) else { continue }
      if status.kind == .folder {
        if isTop { folders.append(name) }
        continue
      }
      waiting += 1
      let changed = Date(timeIntervalSince1970: Double(status.changed.nanoseconds) / 1e9)
      oldest = min(oldest ?? changed, changed)
    }
    isPartial = isPartial || seen == SpoolCensus.most
    for name in folders {
      subfolders.append(name.bytes)
      do { try look(into: try folder.folder(name), isTop: false) } catch {
        // Somebody's own folder in the inbox may be closed to the service; it is counted, and what is in it is not.
        guard error.isForbidden || error.isMissing else { throw error }
      }
    }
  }

  private mutating func names(
    in folder: SpoolFolder, of root: borrowing Folder
  ) throws(SystemError) -> [String] {
    guard let opened = try SpoolCensus.folder(folder, of: root) else { return [] }
    let names = try SpoolCensus.names(in: opened, atMost: SpoolCensus.most)
    isPartial = isPartial || names.count == SpoolCensus.most
    return names.map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  /// One of the spool's folders; nil when it is not there yet.
  private static func folder(
    _ folder: SpoolFolder, of root: borrowing Folder
  ) throws(SystemError) -> Folder? {
    do { return try root.folder(Path(folder.rawValue)) } catch {
      guard error.isMissing else { throw error }
      return nil
    }
  }

  private static func names(
    in folder: borrowing Folder, atMost most: Int
  ) throws(SystemError) -> [Path] {
    var names: [Path] = []
    try folder.forEachName { (name) throws(SystemError) in
      names.append(name)
      return names.count < most
    }
    return names
  }
}
