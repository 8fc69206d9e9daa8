internal import Syscalls

/// The folders a watcher looks into: the inbox, its subfolders for profiles, and, for a service, the decisions.
///
/// A subfolder that bears a profile's name is looked into and never taken for an entry; anything else in the inbox is an
/// entry. One that is missing is no trouble: it is looked for at every scan.
struct WatchedFolders: Sendable {
  /// The spool's root.
  let root: Path
  /// The names of the inbox's subfolders whose files are scrubbed under the profile of that name.
  let profiles: Set<String>
  /// Whether persons' decisions are looked for as well.
  let decisions: Bool

  init(root: Path, profiles: Set<String> = [], decisions: Bool = false) {
    self.root = root
    self.profiles = profiles
    self.decisions = decisions
  }

  var inbox: Path { root.appending(Path(Entrance.inbox.path)) }

  /// All but the inbox itself.
  var others: [Entrance] {
    profiles.sorted().map { .profile($0) } + (decisions ? [.decisions] : [])
  }

  func path(of entrance: Entrance) -> Path { root.appending(Path(entrance.path)) }

  /// Whether an entry of the inbox has the name of a profile's folder.
  func isProfile(_ name: [UInt8], in entrance: Entrance) -> Bool {
    guard entrance == .inbox, let text = String(validating: name, as: UTF8.self) else {
      return false
    }
    return profiles.contains(text)
  }

  /// Opens a folder; nil when it is one that may be missing, and is, or something else has its name.
  func open(_ entrance: Entrance) throws(SystemError) -> Folder? {
    if entrance == .inbox { return try Folder(opening: inbox) }
    let parent =
      try entrance == .decisions
      ? Folder(opening: root, followingLink: true) : Folder(opening: inbox)
    let name = Path(bytes: Array(entrance.path.utf8.split(separator: UInt8(ascii: "/")).last ?? []))
    guard try parent.status(of: name)?.kind == .folder else { return nil }
    return try parent.folder(name)
  }

  /// Looks over all of them.
  ///
  /// - Parameters:
  ///   - limit: as for `InboxScan`.
  ///   - wall: the time now.
  func scan(limit: Int, wall: FileTime = .now) throws(SystemError) -> InboxScan {
    var scan = InboxScan(limit: limit, wall: wall)
    for entrance in [.inbox] + others {
      guard let folder = try open(entrance) else { continue }
      try scan.add(folder, entrance, in: self)
    }
    scan.finish()
    return scan
  }

  /// Looks at an entry by its path below the root; nil when it is gone.
  func look(at path: [UInt8]) throws(SystemError) -> Look? {
    guard let arrival = Arrival(path: path), let folder = try open(arrival.entrance) else {
      return nil
    }
    return try Look(at: arrival.name, in: folder)
  }
}
