internal import Synchronization
package import Syscalls

/// Tells of entries in the inbox that nobody is writing any more.
///
/// It listens to the kernel and looks over the whole folder every `rescan`, because a network share's writes raise no
/// events and events can overflow. The inbox may be removed and made again meanwhile.
package final class InboxWatcher: Sendable {
  private let loop: WatchLoop

  /// Starts watching, on a thread of its own.
  ///
  /// - Parameters:
  ///   - root: the spool's root; its `inbox` is watched, and its `decisions`.
  ///   - profiles: the names of the inbox's subfolders that are watched like the inbox itself; see `DropFolders`.
  ///   - settle: how long an entry has to be unchanged where nothing better tells that it is whole.
  ///   - rescan: the time between two looks over the whole inbox.
  ///   - mostInWork: how many arrivals may be delivered and not yet done; further ones wait in the inbox.
  ///   - mostRemembered: how many entries are waited for at a time; a larger flood is worked off in parts.
  package init(
    root: String, profiles: Set<String> = [], settle: Duration, rescan: Duration,
    mostInWork: Int = 256, mostRemembered: Int = 8192
  ) throws(SpoolError) {
    do {
      loop = try WatchLoop(
        folders: WatchedFolders(root: Path(root), profiles: profiles, decisions: true),
        settle: settle, rescan: rescan,
        mostInWork: mostInWork, capacity: mostRemembered)
      let loop = loop
      try SystemThread.start { loop.run() }
    } catch {
      throw .watch(error)
    }
  }

  deinit { loop.stop() }

  /// The settled entries, oldest content first among those found together. For one reader. It ends with `stop()`, or
  /// when its reader's task is cancelled; what was not handed out is still in the inbox.
  package var arrivals: Arrivals { Arrivals(loop: loop) }

  /// Work on an arrival has ended, whichever way. If it is still in the inbox, a later rescan delivers it again.
  package func done(_ arrival: Arrival) { loop.done(arrival) }

  /// An arrival could not be taken. It is delivered again after a while, later after each time.
  ///
  /// - Returns: how often it could not be taken so far.
  @discardableResult
  package func postpone(_ arrival: Arrival) -> Int { loop.postpone(arrival) }

  /// The number of entries with a temporary name that have not changed for a day, at the last look over the inbox.
  package var forgotten: Int { loop.forgotten }

  /// Ends `arrivals` at once, and the watching.
  package func stop() { loop.stop() }

  /// Why the inbox cannot be looked at right now; nil when all is well. It is tried again and again.
  package var trouble: SystemError? { loop.trouble }

  /// See `arrivals`.
  package struct Arrivals: AsyncSequence, Sendable {
    fileprivate let loop: WatchLoop

    package func makeAsyncIterator() -> Iterator {
      Iterator(loop: loop, base: loop.stream.makeAsyncIterator())
    }

    package struct Iterator: AsyncIteratorProtocol {
      fileprivate let loop: WatchLoop
      fileprivate var base: AsyncStream<Arrival>.Iterator

      package mutating func next(isolation actor: isolated (any Actor)?) async -> Arrival? {
        let arrival = await base.next(isolation: actor)
        return loop.isStopped ? nil : arrival
      }
    }
  }
}
