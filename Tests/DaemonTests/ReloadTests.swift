import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// The real binary, told by a signal to take changed settings.
@Suite struct ReloadTests {
  @Test func `a right change is taken by the same process number, and nothing is lost`()
    async throws
  {
    let root = try ScrubdRoot()
    let file = root.directory.path(of: "scrubd.yaml")
    try root.directory.write("profile: publication\n", to: "scrubd.yaml")
    let daemon = try await root.start(["SCRUBD_CONFIG": file])
    try root.drop("The wound healed well.\n", named: "a.txt")
    try await root.waitForReceipts(1)
    try root.directory.write("profile: safe-harbor\n", to: "scrubd.yaml")
    daemon.send(SIGHUP)
    try await poll("the new policy") { try daemon.errors.contains("started: profile safe-harbor") }
    try await poll("it watches again") {
      try daemon.errors.ranges(of: "watching the inbox").count == 2
    }
    try root.drop("The wound healed well.\n", named: "b.txt")
    try await root.waitForReceipts(2)
    daemon.send(SIGTERM)
    #expect(try await daemon.end().exitCode == 0)
    let starts = try root.auditLines().filter { $0.contains(#""type":"started""#) }
    #expect(starts.count == 2)
    #expect(starts.last?.contains("safe-harbor") == true)
  }

  @Test(arguments: ["workrs: 3\n", "profile: no-such-profile\n"])
  func `a wrong change is refused, said, and the old settings go on`(_ yaml: String) async throws {
    let root = try ScrubdRoot()
    let manager = try ServiceManager(at: root.directory.path(of: "notify"))
    let file = root.directory.path(of: "scrubd.yaml")
    try root.directory.write("profile: publication\n", to: "scrubd.yaml")
    let daemon = try await root.start(["SCRUBD_CONFIG": file, "NOTIFY_SOCKET": manager.path])
    try root.directory.write(yaml, to: "scrubd.yaml")
    daemon.send(SIGHUP)
    try await poll("the refusal") {
      // The socket holds few messages: systemd reads them as they come, and so does this.
      _ = manager.lines()
      return try daemon.errors.contains("reload refused, everything goes on as before")
    }
    try root.drop("The wound healed well.\n", named: "a.txt")
    try await root.waitForReceipts(1)
    daemon.send(SIGTERM)
    let end = try await daemon.end()
    #expect(end.exitCode == 0)
    #expect(!end.errors.contains("no-such-profile"))
    let told = manager.lines()
    let reloading = try #require(told.firstIndex(of: "RELOADING=1"))
    #expect(told[reloading...].contains("READY=1"))
    #expect(try root.auditLines().count { $0.contains(#""type":"started""#) } == 1)
  }

  @Test func `a stop during a reload is a stop`() async throws {
    let root = try ScrubdRoot()
    let daemon = try await root.start()
    daemon.send(SIGHUP)
    daemon.send(SIGTERM)
    #expect(try await daemon.end().exitCode == 0)
  }
}
