import Glibc
@testable import Spool
import Syscalls
import TestSupport
import Testing

/// With real folders and the real kernel. Nothing here depends on how fast it is: each test waits for what must come,
/// and a time limit, far beyond what a loaded machine with all suites at once takes, only ends one that would wait for ever.
@Suite(.timeLimit(.minutes(45))) struct WatcherTests {
  let fixture: SpoolFixture

  init() throws { fixture = try SpoolFixture() }

  /// A watcher that, with these times, delivers only what events tell it.
  private func watcher(
    settle: Duration = .seconds(3600), rescan: Duration = .seconds(3600), mostInWork: Int = 256
  ) throws -> InboxWatcher {
    try InboxWatcher(
      root: fixture.directory.path, settle: settle, rescan: rescan, mostInWork: mostInWork)
  }

  private func text(_ arrival: Arrival?) -> String? {
    arrival.map { String(decoding: $0.name, as: UTF8.self) }
  }

  @Test func `a slow writer's file comes after it is closed, and a later one may pass it`()
    async throws
  {
    let watcher = try watcher()
    var arrivals = watcher.arrivals.makeAsyncIterator()
    do {
      let slow = try Descriptor(
        opening: Path(fixture.directory.path(of: "inbox/slow.txt")), [.write, .create])
      try slow.write(Array("first".utf8))
      try fixture.drop("x", named: "quick.txt")
      #expect(text(await arrivals.next(isolation: nil)) == "quick.txt")
      try slow.write(Array("second".utf8))
    }
    #expect(text(await arrivals.next(isolation: nil)) == "slow.txt")
  }

  @Test func `a file renamed in comes, under its last name`() async throws {
    let watcher = try watcher()
    var arrivals = watcher.arrivals.makeAsyncIterator()
    try fixture.drop("x", named: "case.txt.part")
    try fixture.drop("x", named: ".hidden")
    let inbox = try Folder(opening: Path(fixture.directory.path(of: "inbox")))
    try inbox.move("case.txt.part", to: inbox, as: "case.txt")
    #expect(text(await arrivals.next(isolation: nil)) == "case.txt")
  }

  @Test func `what was there before comes, oldest first`() async throws {
    for (name, age) in [("new", 10), ("oldest", 3000), ("old", 200)] {
      try fixture.drop("x", named: name)
      var times = [timeval(), timeval()]
      for index in times.indices { times[index].tv_sec = time(nil) - age }
      unsafe utimes(fixture.directory.path(of: "inbox/\(name)"), times)
    }
    let watcher = try watcher(settle: .zero)
    var arrivals = watcher.arrivals.makeAsyncIterator()
    for name in ["oldest", "old", "new"] {
      #expect(text(await arrivals.next(isolation: nil)) == name)
    }
  }

  @Test(arguments: [Refusal.symbolicLink, .hardLink, .pipe, .socket, .folder])
  func `what is no document comes too`(odd: Refusal) async throws {
    let watcher = try watcher(settle: .milliseconds(10))
    var arrivals = watcher.arrivals.makeAsyncIterator()
    try fixture.drop(odd)
    #expect(text(await arrivals.next(isolation: nil)) == "odd")
  }

  @Test func `more events than the kernel keeps ask for a scan`() throws {
    let path = Path(fixture.directory.path(of: "inbox"))
    let watch = try InboxWatch()
    try watch.renew(WatchedFolders(root: Path(fixture.directory.path)))
    let kept = try #require(
      try Descriptor(opening: "/proc/sys/fs/inotify/max_queued_events", .read)
        .readToEnd(expecting: 16, limit: 64))
    let most = try #require(Int(String(decoding: kept.dropLast(), as: UTF8.self)))
    let inbox = try Folder(opening: path)
    // One name suffices: a creation and a removal are two events, and the kernel merges only equal ones.
    for _ in 0...most / 2 {
      _ = try inbox.open("x", [.write, .create])
      try inbox.remove("x")
    }
    var needsScan = false
    while case let news = try watch.news(), !news.items.isEmpty || news.needsScan {
      needsScan = needsScan || news.needsScan
    }
    #expect(needsScan)
  }

  @Test func `a flood beyond what is remembered comes whole and once`() async throws {
    let fixture = try SpoolFixture(inMemory: true)
    let inbox = try Folder(opening: Path(fixture.directory.path(of: "inbox")))
    let count = 700
    for number in 0..<count { _ = try inbox.open("\(number)", [.write, .create]) }
    let watcher = try InboxWatcher(
      root: fixture.directory.path, settle: .zero, rescan: .seconds(3600),
      mostInWork: 16, mostRemembered: 100)
    var seen: [[UInt8]] = []
    for await arrival in watcher.arrivals {
      seen.append(arrival.name)
      try inbox.remove(Path(bytes: arrival.name))
      watcher.done(arrival)
      if seen.count == count { watcher.stop() }
    }
    #expect(Set(seen).count == count)
  }

  @Test func `an arrival that is still there when it is done comes again`() async throws {
    let watcher = try watcher(settle: .zero, rescan: .milliseconds(20))
    var arrivals = watcher.arrivals.makeAsyncIterator()
    try fixture.drop("x")
    for _ in 0..<3 {
      let arrival = try #require(await arrivals.next(isolation: nil))
      #expect(text(arrival) == "case.txt")
      watcher.done(arrival)
    }
  }

  @Test func `an arrival in work does not come again, whatever happens to it`() async throws {
    let watcher = try watcher(settle: .zero, rescan: .milliseconds(5))
    var arrivals = watcher.arrivals.makeAsyncIterator()
    try fixture.drop("x", named: "first")
    #expect(text(await arrivals.next(isolation: nil)) == "first")
    try fixture.directory.write("more", to: "inbox/first")
    for name in ["second", "third"] {
      try fixture.drop("x", named: name)
      #expect(text(await arrivals.next(isolation: nil)) == name)
    }
  }

  @Test func `an inbox that is removed and made again is watched again`() async throws {
    let watcher = try watcher(rescan: .milliseconds(50))
    var arrivals = watcher.arrivals.makeAsyncIterator()
    try fixture.drop("x", named: "before")
    let before = try #require(await arrivals.next(isolation: nil))
    let root = try Folder(opening: Path(fixture.directory.path))
    try root.folder("inbox").remove(Path(bytes: before.name))
    watcher.done(before)
    try root.removeFolder("inbox")
    while watcher.trouble == nil { await Task.yield() }
    try fixture.directory.makeFolder("inbox")
    while watcher.trouble != nil { await Task.yield() }
    // Only an event of the new folder can settle it: the quiet takes an hour.
    try fixture.drop("x", named: "after")
    #expect(text(await arrivals.next(isolation: nil)) == "after")
  }

  @Test func `a watcher that cannot wait says so, and still finds what comes`() async throws {
    let failed = SystemError(errno: 12, call: "poll")
    let loop = try WatchLoop(
      folders: WatchedFolders(root: Path(fixture.directory.path)), settle: .zero, rescan: .zero,
      mostInWork: 256, capacity: 100, wait: { (_, _, _) throws(SystemError) in throw failed })
    try fixture.drop("x")
    try SystemThread.start { loop.run() }
    var arrivals = loop.stream.makeAsyncIterator()
    #expect(text(await arrivals.next(isolation: nil)) == "case.txt")
    while loop.trouble != failed { await Task.yield() }
    try fixture.drop("x", named: "later.txt")
    #expect(text(await arrivals.next(isolation: nil)) == "later.txt")
    loop.stop()
  }

  @Test func `an arrival that cannot be taken does not come again at once, others do`() async throws
  {
    let watcher = try watcher(settle: .zero, rescan: .milliseconds(5))
    var arrivals = watcher.arrivals.makeAsyncIterator()
    try fixture.drop("x", named: "stuck")
    let stuck = try #require(await arrivals.next(isolation: nil))
    #expect(watcher.postpone(stuck) == 1)
    for name in ["second", "third", "fourth"] {
      try fixture.drop("x", named: name)
      let arrival = try #require(await arrivals.next(isolation: nil))
      #expect(text(arrival) == name)
    }
  }

  @Test func `temporary names that nobody has touched for a day are counted`() throws {
    for name in ["a.part", "b.tmp", ".c", "d.txt"] { try fixture.drop("x", named: name) }
    let folders = WatchedFolders(root: Path(fixture.directory.path))
    let day: Int64 = 86_400_000_000_000
    let now = FileTime.now.nanoseconds
    let today = try folders.scan(limit: 10, wall: FileTime(nanoseconds: now))
    #expect((today.temporary, today.forgotten, today.found.count) == (3, 0, 1))
    let later = try folders.scan(limit: 10, wall: FileTime(nanoseconds: now + day + 1))
    #expect((later.temporary, later.forgotten, later.found.count) == (3, 3, 1))
    #expect(
      try InboxWatcher.count(root: fixture.directory.path) == InboxCount(temporary: 3, other: 1))
  }

  @Test func `stopping ends the arrivals, even with some not handed out`() async throws {
    let watcher = try watcher(settle: .zero)
    var arrivals = watcher.arrivals.makeAsyncIterator()
    for name in ["one", "two", "three"] { try fixture.drop("x", named: name) }
    #expect(await arrivals.next(isolation: nil) != nil)
    watcher.stop()
    #expect(await arrivals.next(isolation: nil) == nil)
    #expect(try fixture.directory.names(in: "inbox").count == 3)
  }

  @Test func `a reader that waits is released by a stop`() async throws {
    let watcher = try watcher()
    let reader = Task {
      for await _ in watcher.arrivals { return false }
      return true
    }
    await Task.yield()
    watcher.stop()
    #expect(await reader.value)
  }

  @Test func `a reader whose task is cancelled is released`() async throws {
    let watcher = try watcher()
    let reader = Task {
      for await _ in watcher.arrivals { return false }
      return true
    }
    reader.cancel()
    #expect(await reader.value)
  }

  @Test func `a single run takes what is there and waits for what is being written`() async throws {
    try fixture.drop("x", named: "done.txt")
    let path = fixture.directory.path(of: "inbox/slow.txt")
    let slow = try Descriptor(opening: Path(path), [.write, .create])
    try slow.write([0x78])
    let root = fixture.directory.path
    let without = try await InboxWatcher.settledNow(
      root: root, settle: .zero, waitingAtMost: .milliseconds(100))
    #expect(without.map { text($0) } == ["done.txt"])
    _ = consume slow
    let with = try await InboxWatcher.settledNow(
      root: root, settle: .zero, waitingAtMost: .seconds(60))
    #expect(Set(with.map { text($0) }) == ["done.txt", "slow.txt"])
  }

  @Test func `a single run with an empty inbox ends at once`() async throws {
    let found = try await InboxWatcher.settledNow(
      root: fixture.directory.path, settle: .seconds(3600), waitingAtMost: .seconds(3600))
    #expect(found.isEmpty)
  }
}
