import Documents
@testable import Spool
import Syscalls
import TestSupport
import Testing

/// Subfolders of the inbox that choose a profile.
@Suite(.timeLimit(.minutes(45))) struct DropFolderTests {
  let fixture: SpoolFixture

  init() throws {
    fixture = try SpoolFixture()
    try fixture.directory.makeFolder("inbox/safe-harbor")
  }

  private func watcher(_ profiles: Set<String> = ["safe-harbor"]) throws -> InboxWatcher {
    try InboxWatcher(
      root: fixture.directory.path, profiles: profiles, settle: .milliseconds(10),
      rescan: .milliseconds(20))
  }

  private func drop(_ name: String, in folder: String) throws {
    try fixture.directory.write("x", to: "inbox/\(folder)/\(name)")
  }

  @Test func `a folder of a known profile's name is accepted if it is there at the start`() throws {
    try fixture.directory.makeFolder("inbox/elsewhere")
    try fixture.directory.write("x", to: "inbox/strict")
    let accepted = try DropFolders.accepted(
      root: fixture.directory.path, known: ["safe-harbor", "strict", "publication"])
    #expect(accepted == ["safe-harbor"])
  }

  @Test func `files of the inbox and of its profile folders come with their folder`() async throws {
    let watcher = try watcher()
    try fixture.drop("x", named: "case.txt")
    try drop("case.txt", in: "safe-harbor")
    var seen: Set<Arrival> = []
    for await arrival in watcher.arrivals {
      seen.insert(arrival)
      if seen.count == 2 { watcher.stop() }
    }
    let name = Array("case.txt".utf8)
    #expect(
      seen == [
        Arrival(name: name), Arrival(name: name, entrance: .profile("safe-harbor")),
      ])
  }

  @Test func `a profile's folder that is made again is watched again`() async throws {
    let watcher = try watcher()
    let inbox = try Folder(opening: Path(fixture.directory.path(of: "inbox")))
    try inbox.removeFolder("safe-harbor")
    try fixture.drop("x", named: "first.txt")
    var arrivals = watcher.arrivals.makeAsyncIterator()
    let first = try #require(await arrivals.next(isolation: nil))
    #expect(first == Arrival("first.txt"))
    try inbox.remove("first.txt")
    watcher.done(first)
    try fixture.directory.makeFolder("inbox/safe-harbor")
    try drop("second.txt", in: "safe-harbor")
    #expect(
      await arrivals.next(isolation: nil)
        == Arrival(name: Array("second.txt".utf8), entrance: .profile("safe-harbor")))
  }

  @Test func `a folder of another name is an entry, and so is a file with a profile's name`()
    async throws
  {
    let watcher = try watcher(["safe-harbor", "strict"])
    try fixture.directory.makeFolder("inbox/safe-harbour")
    try fixture.directory.write("x", to: "inbox/strict")
    var seen: Set<Arrival> = []
    for await arrival in watcher.arrivals {
      seen.insert(arrival)
      if seen.count == 2 { watcher.stop() }
    }
    #expect(seen == [Arrival("safe-harbour"), Arrival("strict")])
  }

  @Test func `a decision comes by the same watcher`() async throws {
    let id = SpoolFixture.id()
    let watcher = try watcher()
    try DecisionTests.decide(fixture, on: id)
    var arrivals = watcher.arrivals.makeAsyncIterator()
    #expect(await arrivals.next(isolation: nil) == DecisionTests.arrival(id))
  }

  @Test func `a single run finds them too, and counts what is left in them`() async throws {
    try drop("case.txt", in: "safe-harbor")
    try drop("case.part", in: "safe-harbor")
    let root = fixture.directory.path
    let found = try await InboxWatcher.settledNow(
      root: root, profiles: ["safe-harbor"], settle: .zero, waitingAtMost: .seconds(60))
    #expect(found == [Arrival(name: Array("case.txt".utf8), entrance: .profile("safe-harbor"))])
    #expect(
      try InboxWatcher.count(root: root, profiles: ["safe-harbor"])
        == InboxCount(temporary: 1, other: 1))
  }

  @Test func `the profile is known after a crash, and the receipt tells it`() throws {
    try drop("case.txt", in: "safe-harbor")
    let arrival = Arrival(name: Array("case.txt".utf8), entrance: .profile("safe-harbor"))
    do {
      let spool = try fixture.open()
      let claim = try #require(try spool.claim(arrival, as: SpoolFixture.id()))
      #expect(claim.profile == "safe-harbor")
      #expect(try fixture.directory.names(in: "inbox/safe-harbor").isEmpty)
    }
    let spool = try fixture.open()
    let claim = try #require(try spool.unfinished().first)
    #expect(claim.profile == "safe-harbor")
    #expect(try spool.noted(Claim(id: claim.id, name: [])).profile == "safe-harbor")
    try spool.stage(claim, SpoolFixture.scrubbed)
    try spool.publish(claim, .released, reason: "clean")
    let text = try #require(try fixture.directory.text(of: "receipts/\(claim.id).json"))
    let receipt = try #require(SpoolFile.value(Receipt.self, of: Array(text.utf8)))
    #expect(receipt.profile == "safe-harbor")
  }

  @Test func `a link in the place of a profile's folder is not followed`() throws {
    try fixture.directory.makeFolder("elsewhere")
    try fixture.directory.write("x", to: "elsewhere/case.txt")
    let inbox = try Folder(opening: Path(fixture.directory.path(of: "inbox")))
    try inbox.removeFolder("safe-harbor")
    SpoolFixture.makeLink(
      to: fixture.directory.path(of: "elsewhere"),
      at: fixture.directory.path(of: "inbox/safe-harbor"))
    let arrival = Arrival(name: Array("case.txt".utf8), entrance: .profile("safe-harbor"))
    let spool = try fixture.open()
    #expect(throws: SpoolError.self) { try spool.claim(arrival, as: SpoolFixture.id()) }
    #expect(try fixture.directory.names(in: "elsewhere") == ["case.txt"])
  }

  @Test(arguments: [
    Arrival("a"), Arrival(name: [0xff], entrance: .profile("p")),
    Arrival(name: Array("x.json".utf8), entrance: .decisions),
  ])
  func `an arrival's path tells where it lies`(_ arrival: Arrival) {
    #expect(Arrival(path: arrival.path) == arrival)
  }
}
