import Synchronization
import Syscalls
import TestSupport
import Testing

@testable import Spool

/// One sync of a folder for all who wait for it.
@Suite struct SharedSyncTests {
  private let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory(inMemory: true)
    try directory.makeFolder("one")
    try directory.makeFolder("other")
  }

  private func open(_ name: String) throws -> Folder {
    try Folder(opening: Path(directory.path(of: name)))
  }

  /// Eight ask while the first sync is on its way: those seven who came later share the next one.
  ///
  /// - Returns: how many were told of a fault.
  private func askTogether(_ syncs: Counter, failing number: Int = 0) async throws -> Int {
    let gate = Gate()
    let shared = SharedSync { (_) throws(SystemError) in
      let count = syncs.next()
      if count == 1 { gate.wait() }
      if count == number { throw SystemError(errno: 5, call: "injected") }
    }
    let faults = Counter()
    let ended = Counter()
    for _ in 0..<8 {
      let folder = try open("one")
      let box = Mutex<Folder?>(folder)
      try SystemThread.start { [shared] in
        box.withLock { folder in
          do { try shared.sync(folder!) } catch { _ = faults.next() }
        }
        _ = ended.next()
      }
    }
    try await poll("all have asked") { shared.asked == 8 }
    gate.open()
    try await poll("all have ended") { ended.count == 8 }
    return faults.count
  }

  @Test func `those who ask while a sync is on its way share the next one`() async throws {
    let syncs = Counter()
    #expect(try await askTogether(syncs) == 0)
    #expect(syncs.count == 2)
  }

  @Test func `a sync that fails fails for all it was to cover`() async throws {
    let syncs = Counter()
    #expect(try await askTogether(syncs, failing: 2) == 7)
    #expect(syncs.count == 2)
  }

  @Test func `one who asks later gets a sync of his own, also after a fault`() throws {
    let syncs = Counter()
    let shared = SharedSync { (_) throws(SystemError) in
      if syncs.next() == 1 { throw SystemError(errno: 5, call: "injected") }
    }
    let folder = try open("one")
    #expect(throws: SystemError.self) { try shared.sync(folder) }
    try shared.sync(folder)
    try shared.sync(try open("other"))
    #expect(syncs.count == 3)
  }
}

private final class Counter: Sendable {
  private let value = Mutex(0)

  var count: Int { value.withLock { $0 } }

  func next() -> Int {
    value.withLock { value in
      value += 1
      return value
    }
  }
}

/// Holds somebody up until it is opened.
private final class Gate: Sendable {
  private let isOpen = Mutex(false)

  func open() { isOpen.withLock { $0 = true } }

  func wait() {
    let patience = ContinuousClock.now + .seconds(120)
    while !isOpen.withLock({ $0 }), ContinuousClock.now < patience {
      Waiting.pause(.milliseconds(1))
    }
  }
}
