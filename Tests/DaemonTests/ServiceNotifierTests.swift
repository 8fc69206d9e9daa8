import Glibc
import Syscalls
import TestSupport
import Testing

/// What systemd hears of the daemon.
@Suite struct ServiceNotifierTests {
  @Test func `systemd hears of readiness, signs of life and the stop`() async throws {
    let root = try ScrubdRoot()
    let manager = try ServiceManager(at: root.directory.path(of: "notify"))
    let daemon = try await root.start([
      "NOTIFY_SOCKET": manager.path, "WATCHDOG_USEC": "1000000",
    ])
    try await poll("two signs of life") {
      manager.lines().filter { $0 == "WATCHDOG=1" }.count >= 2
    }
    #expect(manager.lines().first == "READY=1")
    daemon.send(SIGTERM)
    #expect(try await daemon.end().exitCode == 0)
    #expect(manager.lines().contains("STOPPING=1"))
  }

  @Test func `without a watchdog there are no signs of life`() async throws {
    let root = try ScrubdRoot()
    let manager = try ServiceManager(at: root.directory.path(of: "notify"))
    let daemon = try await root.start(["NOTIFY_SOCKET": manager.path])
    daemon.send(SIGTERM)
    #expect(try await daemon.end().exitCode == 0)
    #expect(manager.lines().contains("READY=1"))
    #expect(!manager.lines().contains("WATCHDOG=1"))
  }

  @Test func `what must be heard waits for a receiver that is behind, and not without end`()
    async throws
  {
    let folder = try TemporaryDirectory()
    let manager = try ServiceManager(at: folder.path(of: "notify"))
    let path = manager.path
    while NotifySocket.send("STATUS=busy", to: path) {}
    #expect(!NotifySocket.send("READY=1", to: path, patience: 20))
    try SystemThread.start { NotifySocket.send("RELOADING=1", to: path, patience: 60_000) }
    try await poll("the message") { manager.lines().contains("RELOADING=1") }
    #expect(!manager.lines().contains("READY=1"))
  }
}
