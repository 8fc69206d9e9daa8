internal import Synchronization
internal import Syscalls

/// The kernel's news of the inbox, in the terms of the watcher.
struct InboxWatch: ~Copyable, Sendable {
  /// What happened to an entry.
  enum Event: Hashable {
    case appeared
    /// Closed after writing: whole, unless its writer opens it again.
    case closed
    /// Renamed in: whole.
    case renamedIn
    case vanished
  }

  /// What happened since the last time.
  struct News {
    var items: [(arrival: Arrival, event: Event)] = []
    /// Events were lost, or the inbox is another folder now: only a scan tells.
    var needsScan = false
  }

  private static let kinds: Inotify.Kinds = [
    .closedAfterWriting, .movedIn, .movedOut, .created, .deleted, .folderDeleted, .folderMoved,
  ]
  private static let endings: Inotify.Kinds = [
    .folderDeleted, .folderMoved, .ended, .unmounted, .overflow,
  ]

  private let inotify: Inotify
  /// The watch of the folder that each entrance is now; none before the first and while there is no such folder.
  private let current = Mutex<[Entrance: Int32]>([:])

  init() throws(SystemError) { inotify = try Inotify() }

  /// Watches what the folders' paths mean now, and nothing else.
  ///
  /// - Throws: when the inbox cannot be watched, also because there is none, or another folder that is there cannot.
  func renew(_ folders: WatchedFolders) throws(SystemError) {
    try renew(.inbox, folders.inbox)
    for entrance in folders.others {
      if try folders.open(entrance) == nil {
        end(entrance)
      } else {
        try renew(entrance, folders.path(of: entrance))
      }
    }
  }

  private func renew(_ entrance: Entrance, _ path: Path) throws(SystemError) {
    let before = current.withLock { $0[entrance] }
    do {
      let watch = try inotify.watch(path, for: InboxWatch.kinds)
      if let before, before != watch { inotify.end(before) }
      current.withLock { $0[entrance] = watch }
    } catch {
      end(entrance)
      throw error
    }
  }

  private func end(_ entrance: Entrance) {
    if let watch = current.withLock({ $0.removeValue(forKey: entrance) }) { inotify.end(watch) }
  }

  /// The news so far, without waiting.
  func news() throws(SystemError) -> News {
    var news = News()
    let entrances = current.withLock { current in
      Dictionary(current.map { ($1, $0) }) { one, _ in one }
    }
    for event in try inotify.events() {
      // A folder that is no longer watched may have news too.
      let entrance = entrances[event.watch]
      guard entrance != nil || event.kinds.contains(.overflow) else { continue }
      if !event.kinds.isDisjoint(with: InboxWatch.endings) { news.needsScan = true }
      guard let entrance, !event.name.isEmpty, let what = InboxWatch.event(event.kinds) else {
        continue
      }
      news.items.append((Arrival(name: event.name, entrance: entrance), what))
    }
    return news
  }

  private static func event(_ kinds: Inotify.Kinds) -> Event? {
    if kinds.contains(.movedIn) { return .renamedIn }
    if kinds.contains(.closedAfterWriting) { return .closed }
    if kinds.contains(.created) { return .appeared }
    return kinds.isDisjoint(with: [.deleted, .movedOut]) ? nil : .vanished
  }

  /// Waits for news, for the other to wake it, or until the time is over.
  func wait(or wake: borrowing Wake, atMost time: Duration) throws(SystemError) {
    try Waiting.forInput(inotify.descriptor, wake.descriptor, atMost: time)
  }
}
