internal import Synchronization
internal import Syscalls

/// The thread behind an `InboxWatcher`: waits for news, looks, and delivers what is settled.
final class WatchLoop: Sendable {
  private struct State {
    var settling: Settling
    var isStopped = false
    var trouble: SystemError?
    /// Temporary entries that have not changed for a day.
    var forgotten = 0
  }

  /// How to wait for news; another one only in tests.
  typealias Wait =
    @Sendable (borrowing InboxWatch, borrowing Wake, Duration) throws(SystemError) -> Void

  /// How soon to look again for an inbox that is gone.
  private static let retry = Duration.seconds(1)

  let stream: AsyncStream<Arrival>
  private let continuation: AsyncStream<Arrival>.Continuation
  private let folders: WatchedFolders
  private let rescan: Duration
  private let mostInWork: Int
  /// Entries remembered at most; the rest of a flood waits for a later scan.
  private let capacity: Int
  private let watch: InboxWatch
  private let wake: Wake
  private let waitForNews: Wait
  private let state: Mutex<State>

  init(
    folders: WatchedFolders, settle: Duration, rescan: Duration, mostInWork: Int, capacity: Int,
    wait: @escaping Wait = WatchLoop.wait
  ) throws(SystemError) {
    self.folders = folders
    waitForNews = wait
    self.rescan = rescan
    self.mostInWork = mostInWork
    self.capacity = capacity
    watch = try InboxWatch()
    wake = try Wake()
    state = Mutex(State(settling: Settling(quiet: settle, capacity: capacity)))
    (stream, continuation) = AsyncStream.makeStream()
    // An inbox that is missing is waited for; a kernel that grants no watch is told at once.
    do { try watch.renew(folders) } catch { guard error.isMissing else { throw error } }
    // The reader's task was cancelled: nobody will ask again.
    continuation.onTermination = { [weak self] _ in self?.stop() }
  }

  var isStopped: Bool { state.withLock(\.isStopped) }

  var trouble: SystemError? { state.withLock(\.trouble) }

  var forgotten: Int { state.withLock(\.forgotten) }

  func stop() {
    let isFirst = state.withLock { state in
      defer { state.isStopped = true }
      return !state.isStopped
    }
    guard isFirst else { return }
    continuation.finish()
    wake.up()
  }

  func done(_ arrival: Arrival) {
    state.withLock { $0.settling.done(arrival.path) }
    wake.up()
  }

  func postpone(_ arrival: Arrival) -> Int {
    let tries = state.withLock { $0.settling.postponed(arrival.path, at: .now) }
    wake.up()
    return tries
  }

  private static func wait(
    _ watch: borrowing InboxWatch, _ wake: borrowing Wake, _ time: Duration
  ) throws(SystemError) {
    try watch.wait(or: wake, atMost: time)
  }

  /// Runs until stopped. Where waiting fails, it looks again and again with pauses: a daemon that lives and is deaf would
  /// be worse than a busy one.
  func run() {
    let clock = ContinuousClock()
    var nextScan = clock.now
    var canWait = true
    while !isStopped {
      wake.reset()
      do {
        if try hear(at: clock.now) || nextScan <= clock.now || hasRoomAgain {
          // Counted from here: what happens during the scan raises events.
          nextScan = clock.now.advanced(by: rescan)
          try scan(at: clock.now)
        }
        try deliver(at: clock.now)
        if canWait { state.withLock { $0.trouble = nil } }
      } catch {
        state.withLock { $0.trouble = error }
        nextScan = min(nextScan, clock.now.advanced(by: WatchLoop.retry))
      }
      do {
        try waitForNews(watch, wake, clock.now.duration(to: nextTurn(before: nextScan)))
        canWait = true
      } catch {
        canWait = false
        state.withLock { $0.trouble = error }
        Waiting.pause(WatchLoop.retry)
      }
    }
  }

  /// Takes in the kernel's news.
  ///
  /// - Returns: whether only a scan can tell what happened.
  private func hear(at now: ContinuousClock.Instant) throws(SystemError) -> Bool {
    let news = try watch.news()
    return state.withLock { state in
      var needsScan = news.needsScan
      for (arrival, event) in news.items where !TemporaryName.matches(arrival.name) {
        // A profile's folder came or went; should it be something else of that name, the scan finds it.
        if folders.isProfile(arrival.name, in: arrival.entrance) {
          needsScan = true
        } else {
          state.settling.heard(event, of: arrival.path, at: now)
        }
      }
      return needsScan
    }
  }

  /// Whether a flood has been worked off far enough to look for the rest of it.
  private var hasRoomAgain: Bool {
    state.withLock { $0.settling.hasOverflowed && $0.settling.count < capacity / 2 }
  }

  private func scan(at now: ContinuousClock.Instant) throws(SystemError) {
    try watch.renew(folders)
    let scan = try folders.scan(limit: capacity)
    state.withLock { state in
      state.settling.scanned(scan.found, isPartial: scan.isPartial, at: now)
      state.forgotten = scan.forgotten
    }
  }

  /// Hands on what is settled, oldest first, as long as there is room in work.
  private func deliver(at now: ContinuousClock.Instant) throws(SystemError) {
    let due = state.withLock { $0.settling.due(at: now, limit: room(in: $0)) }
    guard !due.isEmpty else { return }
    var settled: [(name: [UInt8], sighting: Sighting)] = []
    for name in due {
      let look = try folders.look(at: name)
      let isSettled = state.withLock { $0.settling.judge(name, look, at: now, wall: .now) }
      if isSettled, let look { settled.append((name, look.sighting)) }
    }
    settled.sort(by: InboxScan.isOlder)
    for entry in settled {
      guard let arrival = Arrival(path: entry.name) else { continue }
      let isDelivered = state.withLock { state in
        if !state.isStopped { state.settling.delivered(entry.name) }
        return !state.isStopped
      }
      if isDelivered { continuation.yield(arrival) }
    }
  }

  /// How many entries may be delivered now. None before half of those in work are done: choosing the oldest of a
  /// flood is dear, so it is done for many at once.
  private func room(in state: State) -> Int {
    let room = mostInWork - state.settling.inWorkCount
    return room * 2 >= mostInWork ? room : 0
  }

  /// When to look again if nothing happens.
  private func nextTurn(before scan: ContinuousClock.Instant) -> ContinuousClock.Instant {
    state.withLock { state in
      guard room(in: state) > 0, state.trouble == nil else { return scan }
      return min(scan, state.settling.nextLook ?? scan)
    }
  }
}
