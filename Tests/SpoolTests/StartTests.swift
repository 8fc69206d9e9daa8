import Documents
import Foundation
import Glibc
import Spool
import Syscalls
import TestSupport
import Testing

@Suite struct StartTests {
  @Test func `a second service on the same root is told who is there`() throws {
    let fixture = try SpoolFixture()
    let first = try fixture.open()
    let error = #expect(throws: SpoolError.self) { try fixture.open() }
    #expect(error == .alreadyRunning(pid: getpid()))
    #expect("\(try #require(error))".contains("\(getpid())"))
    _ = try first.freeBytes()
  }

  @Test func `the root is free again when the service has ended`() throws {
    let fixture = try SpoolFixture()
    _ = try fixture.open()
    _ = try fixture.open()
  }

  /// As a program has that is being started, between fork and exec.
  private static func copiesOfLock(_ fixture: SpoolFixture) throws -> [Int32] {
    let lock = fixture.directory.path(of: ".lock")
    return try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
      .filter {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)")) == lock
      }
      .compactMap(Int32.init).map { dup($0) }
  }

  @Test func `the root is free again though somebody has a copy of what locked it`() throws {
    let fixture = try SpoolFixture()
    var spool: DirectorySpool? = try fixture.open()
    let copies = try StartTests.copiesOfLock(fixture)
    defer { for copy in copies { close(copy) } }
    #expect(copies.count == 1)
    _ = try spool?.freeBytes()
    spool = nil
    _ = try fixture.open()
  }

  @Test func `a root without a parent is told as such`() {
    let error = #expect(throws: SpoolError.self) {
      try DirectorySpool(root: "/nonexistent/deep/root", policy: .keep)
    }
    guard case .folder(nil, let reason) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(reason.isMissing)
  }

  @Test func `a root may be a link, as a service manager makes one`() throws {
    let directory = try TemporaryDirectory()
    try directory.makeFolder("private")
    unsafe symlink("private", directory.path(of: "root"))
    let root = directory.path(of: "root")
    let spool = try DirectorySpool(root: root, policy: .keep)
    let watcher = try InboxWatcher(root: root, settle: .zero, rescan: .seconds(3600))
    #expect(watcher.trouble == nil)
    #expect(try spool.unfinished().isEmpty)
    #expect(try directory.names(in: "private").contains("inbox"))
  }

  @Test func `a folder that is a link is not used`() throws {
    let directory = try TemporaryDirectory()
    unsafe symlink("/tmp", directory.path(of: "outbox"))
    let error = #expect(throws: SpoolError.self) {
      try DirectorySpool(root: directory.path, policy: .keep)
    }
    guard case .folder(.outbox, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `shared folders stay as they are found and private ones are closed`() throws {
    let directory = try TemporaryDirectory()
    for name in ["inbox", "audit", "hold"] {
      try directory.makeFolder(name)
      try Descriptor(opening: Path(directory.path(of: name)), .read).setMode(0o775)
    }
    _ = try DirectorySpool(root: directory.path, policy: .keep)
    for (name, mode) in [("inbox", 0o775), ("audit", 0o775), ("hold", 0o700)] as [(String, UInt32)]
    {
      let folder = try Descriptor(opening: Path(directory.path(of: name)), .read)
      #expect(try folder.status().mode == mode)
    }
  }

  @Test func `an inbox that was removed and made again is used`() throws {
    let fixture = try SpoolFixture()
    let spool = try fixture.open()
    let root = try Folder(opening: Path(fixture.directory.path))
    try root.removeFolder("inbox")
    try fixture.directory.makeFolder("inbox")
    try fixture.drop("x")
    #expect(try spool.claim(Arrival("case.txt"), as: SpoolFixture.id()) != nil)
  }

  @Test func `what is no document's folder in work is left alone`() throws {
    let fixture = try SpoolFixture()
    try fixture.directory.makeFolder("work/lost+found")
    try fixture.directory.write("x", to: "work/\(SpoolFixture.id())")
    #expect(try fixture.open().unfinished().isEmpty)
    #expect(try fixture.directory.names(in: "work").count == 2)
  }

  @Test func `a claim whose note is damaged is refused and not lost`() throws {
    let fixture = try SpoolFixture()
    try fixture.drop("x")
    let id = SpoolFixture.id()
    _ = try fixture.open().claim(Arrival("case.txt"), as: id)
    try fixture.directory.write("{", to: "work/\(id)/claim.json")
    let spool = try fixture.open()
    let claim = try #require(try spool.unfinished().first)
    #expect(claim.refusal == .unreadable)
    try spool.publish(claim, .quarantined, reason: "damaged")
    #expect(try fixture.directory.text(of: "quarantine/\(id)/original") == "x")
  }
}
