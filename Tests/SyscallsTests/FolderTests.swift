import Glibc
import Syscalls
import TestSupport
import Testing

@Suite struct FolderTests {
  let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  @Test func `a move never replaces a file`() throws {
    try directory.write("one", to: "one")
    try directory.write("two", to: "two")
    let folder = try Folder(opening: Path(directory.path))
    let error = #expect(throws: SystemError.self) { try folder.move("one", to: folder, as: "two") }
    #expect(error?.isTaken == true)
    #expect(try directory.text(of: "two") == "two")
  }

  @Test func `a replacement takes the other's place`() throws {
    try directory.write("old", to: "name")
    try directory.write("new", to: "draft")
    try Folder(opening: Path(directory.path)).replace("name", with: "draft")
    #expect(try directory.names() == ["name"])
    #expect(try directory.text(of: "name") == "new")
  }

  @Test func `a linked folder is not entered`() throws {
    unsafe symlink("/etc", directory.path(of: "link"))
    let folder = try Folder(opening: Path(directory.path))
    #expect(throws: SystemError.self) { _ = try folder.folder("link") }
  }

  @Test func `a link is seen as what it is`() throws {
    unsafe symlink("/etc/passwd", directory.path(of: "link"))
    let folder = try Folder(opening: Path(directory.path))
    #expect(try folder.status(of: "link")?.kind == .symbolicLink)
    #expect(throws: SystemError.self) { _ = try folder.open("link", [.read, .noFollow]) }
  }

  @Test(arguments: [[0xff, 0xfe], [0x0a], Array("-rf".utf8), Array(repeating: 0x61, count: 255)])
  func `names are raw bytes`(name: [UInt8]) throws {
    let folder = try Folder(opening: Path(directory.path))
    _ = try folder.open(Path(bytes: name), [.write, .create, .exclusive])
    #expect(try folder.names() == [Path(bytes: name)])
  }

  @Test func `two listings at a time are independent`() throws {
    for name in ["a", "b", "c"] { try directory.write("", to: name) }
    let folder = try Folder(opening: Path(directory.path))
    var inner = 0
    try folder.forEachName { (_) throws(SystemError) in
      inner += try folder.names().count
      return true
    }
    #expect(inner == 9)
  }

  @Test func `free room is told`() throws {
    #expect(try Folder(opening: Path(directory.path)).freeBytes() > 0)
  }
}
