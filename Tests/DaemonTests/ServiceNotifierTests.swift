import Glibc
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
}
