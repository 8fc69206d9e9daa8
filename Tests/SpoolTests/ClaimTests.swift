import Documents
import Glibc
@testable import Spool
import Syscalls
import TestSupport
import Testing

@Suite struct ClaimTests {
  let fixture: SpoolFixture
  let spool: DirectorySpool

  init() throws {
    fixture = try SpoolFixture()
    spool = try fixture.open()
  }

  @Test func `a file leaves the inbox and is read byte by byte`() throws {
    try fixture.drop("Jane is well.")
    let claim = try #require(try spool.claim(Arrival("case.txt"), as: SpoolFixture.id()))
    #expect(claim.refusal == nil)
    #expect(claim.isNew)
    #expect(try spool.unfinished().map(\.isNew) == [false])
    #expect(try fixture.directory.names(in: "inbox").isEmpty)
    #expect(try spool.read(claim, limit: 100) == .bytes(Array("Jane is well.".utf8)))
  }

  @Test func `a file somebody took back is no claim and leaves nothing`() throws {
    #expect(try spool.claim(Arrival("gone.txt"), as: SpoolFixture.id()) == nil)
    #expect(try fixture.directory.names(in: "work").isEmpty)
  }

  @Test(arguments: [Refusal.symbolicLink, .hardLink, .pipe, .socket, .folder])
  func `what is no document is taken away, refused and quarantined as it is`(
    odd: Refusal
  ) throws {
    try fixture.drop(odd)
    let claim = try #require(try spool.claim(Arrival("odd"), as: SpoolFixture.id()))
    #expect(claim.refusal == odd)
    #expect(try spool.read(claim, limit: 100) == .refused(odd))
    try spool.publish(claim, .quarantined, reason: odd.rawValue)
    #expect(try fixture.directory.names(in: "inbox").isEmpty)
    let kept = try fixture.directory.names(in: "quarantine/\(claim.id)")
    #expect(kept == ["claim.json", "original"])
  }

  @Test func `an entry that cannot be moved stays in the inbox and is told by number alone`() throws
  {
    let directory = try TemporaryDirectory()
    let id = SpoolFixture.id()
    let spool = try DirectorySpool(root: directory.path, policy: .keep) {
      (step) throws(SystemError) in
      guard step == .nameNoted else { return }
      // Stands where the entry has to go, and so makes the rename fail for this entry alone.
      let folder = try Folder(opening: Path(directory.path(of: "work/\(id)")))
      try folder.makeFolder("original", mode: 0o700)
    }
    try directory.write("x", to: "inbox/Jane Roe.txt")
    let error = #expect(throws: SpoolError.self) {
      try spool.claim(Arrival("Jane Roe.txt"), as: id)
    }
    guard case .notClaimable(id, let inode, let reason)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(reason.isTaken)
    let file = try Descriptor(opening: Path(directory.path(of: "inbox/Jane Roe.txt")), .read)
    #expect(try file.status().inode == inode)
    #expect(error?.isOfMachine == false)
    #expect("\(try #require(error))".contains("find -inum \(inode)"))
    #expect(try directory.names(in: "inbox") == ["Jane Roe.txt"])
  }

  @Test func `while there is no inbox an arrival is no claim`() throws {
    try Folder(opening: Path(fixture.directory.path)).removeFolder("inbox")
    #expect(try spool.claim(Arrival("case.txt"), as: SpoolFixture.id()) == nil)
  }

  @Test func `a file taken back at the last moment is no claim and leaves nothing`() throws {
    let directory = try TemporaryDirectory()
    let spool = try DirectorySpool(root: directory.path, policy: .keep) {
      (step) throws(SystemError) in
      guard step == .nameNoted else { return }
      try Folder(opening: Path(directory.path(of: "inbox"))).remove("case.txt")
    }
    try directory.write("x", to: "inbox/case.txt")
    #expect(try spool.claim(Arrival("case.txt"), as: SpoolFixture.id()) == nil)
    #expect(try directory.names(in: "work").isEmpty)
  }

  @Test func `an id that is in use takes nothing out of the inbox`() throws {
    try fixture.drop("x")
    let id = SpoolFixture.id()
    try fixture.directory.makeFolder("work/\(id)")
    let error = #expect(throws: SpoolError.self) {
      try spool.claim(Arrival("case.txt"), as: id)
    }
    guard case .system(id, .claim, let reason) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(reason.isTaken)
    #expect(try fixture.directory.text(of: "inbox/case.txt") == "x")
  }

  @Test func `a link that leads nowhere is a link`() throws {
    unsafe symlink("/nowhere", fixture.directory.path(of: "inbox/odd"))
    let claim = try spool.claim(Arrival("odd"), as: SpoolFixture.id())
    #expect(claim?.refusal == .symbolicLink)
  }

  @Test func `a device is refused`() throws {
    let null: dev_t = 0x103  // major 1, minor 3: /dev/null
    let made = unsafe mknod(fixture.directory.path(of: "inbox/odd"), S_IFCHR | 0o600, null)
    guard made == 0 else { return }  // Only the superuser can make one.
    let claim = try spool.claim(Arrival("odd"), as: SpoolFixture.id())
    #expect(claim?.refusal == .device)
  }

  @Test func `a refused entry cannot be released`() throws {
    try fixture.drop(.symbolicLink)
    let claim = try #require(try spool.claim(Arrival("odd"), as: SpoolFixture.id()))
    try spool.stage(claim, SpoolFixture.scrubbed)
    #expect(throws: SpoolError.notReleasable(claim.id)) {
      try spool.publish(claim, .released, reason: "")
    }
    #expect(try fixture.directory.names(in: "outbox").isEmpty)
  }

  @Test(arguments: [
    Array("two\nlines.txt".utf8), [0xff, 0xfe, 0x80], Array("-rf".utf8),
    Array(repeating: UInt8(ascii: "n"), count: 255), Array("\"quoted\" \\ \u{1}.txt".utf8),
  ])
  func `a name comes back byte by byte after a restart`(name: [UInt8]) throws {
    let fixture = try SpoolFixture()
    try fixture.drop("x", named: name)
    let claimed = try fixture.open().claim(Arrival(name: name), as: SpoolFixture.id())
    #expect(claimed?.name == name)
    #expect(try fixture.open().unfinished() == [claimed?.found])
  }

  @Test(arguments: ["", ".", "..", "a/b", "../work", "a\0b", String(repeating: "n", count: 256)])
  func `what is no plain name is not claimed`(name: String) {
    let id = SpoolFixture.id()
    #expect(throws: SpoolError.badName(id)) { try spool.claim(Arrival(name), as: id) }
  }

  @Test func `an empty file is a document`() throws {
    try fixture.drop("")
    let claim = try #require(try spool.claim(Arrival("case.txt"), as: SpoolFixture.id()))
    #expect(try spool.read(claim, limit: 0) == .bytes([]))
  }

  @Test func `a file over the limit is refused, one at the limit is read`() throws {
    try fixture.drop("12345")
    let claim = try #require(try spool.claim(Arrival("case.txt"), as: SpoolFixture.id()))
    #expect(try spool.read(claim, limit: 4) == .refused(.tooLarge))
    #expect(try spool.read(claim, limit: 5) == .bytes(Array("12345".utf8)))
  }

  @Test func `a file that somebody still writes is refused`() throws {
    try fixture.drop("half")
    let writer = try Descriptor(
      opening: Path(fixture.directory.path(of: "inbox/case.txt")), .write)
    let claim = try #require(try spool.claim(Arrival("case.txt"), as: SpoolFixture.id()))
    #expect(try spool.read(claim, limit: 100) == .refused(.changedWhileRead))
    _ = writer.number
  }

  @Test func `a link made after the claim is noticed`() throws {
    try fixture.drop("x")
    let claim = try #require(try spool.claim(Arrival("case.txt"), as: SpoolFixture.id()))
    unsafe link(
      fixture.directory.path(of: "work/\(claim.id)/original"), fixture.directory.path(of: "other"))
    #expect(try spool.read(claim, limit: 100) == .refused(.hardLink))
  }

  @Test func `a claim nobody made is unknown`() {
    let claim = Claim(id: SpoolFixture.id(), name: [])
    #expect(throws: SpoolError.unknownDocument(claim.id)) { try spool.read(claim, limit: 1) }
    #expect(throws: SpoolError.unknownDocument(claim.id)) { try spool.stage(claim, []) }
    #expect(throws: SpoolError.unknownDocument(claim.id)) {
      try spool.publish(claim, .quarantined, reason: "")
    }
  }
}
