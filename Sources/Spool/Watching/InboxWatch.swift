internal import Synchronization
internal import Syscalls

/// The kernel's news of the inbox, in the terms of the watcher.
struct InboxWatch: ~Copyable, Sendable {
  /// What happened to an entry.
  enum Event: Hashable {
    case appeared
    /// Closed after writing, or renamed in.
    case closed
    case vanished
  }

  /// What happened since the last time.
  struct News {
    var items: [(name: [UInt8], event: Event)] = []
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
  /// The watch of the folder that is the inbox now; nil before the first and while there is none.
  private let current = Mutex<Int32?>(nil)

  init() throws(SystemError) { inotify = try Inotify() }

  /// Watches what the inbox's path means now, and nothing else.
  func renew(_ inbox: Path) throws(SystemError) {
    let before = current.withLock { $0 }
    do {
      let watch = try inotify.watch(inbox, for: InboxWatch.kinds)
      if let before, before != watch { inotify.end(before) }
      current.withLock { $0 = watch }
    } catch {
      if let before { inotify.end(before) }
      current.withLock { $0 = nil }
      throw error
    }
  }

  /// The news so far, without waiting.
  func news() throws(SystemError) -> News {
    var news = News()
    let watch = current.withLock { $0 }
    for event in try inotify.events() {
      // A folder that is no longer the inbox may have news too.
      guard event.watch == watch || event.kinds.contains(.overflow) else { continue }
      if !event.kinds.isDisjoint(with: InboxWatch.endings) { news.needsScan = true }
      guard !event.name.isEmpty else { continue }
      if !event.kinds.isDisjoint(with: [.closedAfterWriting, .movedIn]) {
        news.items.append((event.name, .closed))
      } else if event.kinds.contains(.created) {
        news.items.append((event.name, .appeared))
      } else if !event.kinds.isDisjoint(with: [.deleted, .movedOut]) {
        news.items.append((event.name, .vanished))
      }
    }
    return news
  }

  /// Waits for news, for the other to wake it, or until the time is over.
  func wait(or wake: borrowing Wake, atMost time: Duration) throws(SystemError) {
    try Waiting.forInput(inotify.descriptor, wake.descriptor, atMost: time)
  }
}
