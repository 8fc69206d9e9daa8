import Glibc
import Syscalls
import TestSupport
import Testing

@Suite struct DescriptorTests {
  let directory: TemporaryDirectory
  let path: Path

  init() throws {
    directory = try TemporaryDirectory()
    path = Path(directory.path(of: "file"))
  }

  @Test(arguments: [0, 1, 4095, 4096, 100_000])
  func `what was written is read`(size: Int) throws {
    let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try Descriptor(opening: path, [.write, .create]).write(bytes)
    for expected in [0, size, size + 10] {
      let file = try Descriptor(opening: path, .read)
      #expect(try file.readToEnd(expecting: expected, limit: size) == bytes)
    }
  }

  @Test(arguments: [0, 5, 9])
  func `more than the limit is not returned`(limit: Int) throws {
    try directory.write("0123456789", to: "file")
    let file = try Descriptor(opening: path, .read)
    #expect(try file.readToEnd(expecting: 10, limit: limit) == nil)
  }

  @Test func `a part is read from its offset`() throws {
    try directory.write("0123456789", to: "file")
    let file = try Descriptor(opening: path, .read)
    #expect(try file.read(3, at: 4) == Array("456".utf8))
    #expect(try file.read(9, at: 8) == Array("89".utf8))
  }

  @Test func `a descriptor closes itself`() throws {
    try directory.write("", to: "file")
    let number: Int32
    do {
      let file = try Descriptor(opening: path, .read)
      number = file.number
      #expect(fcntl(number, F_GETFD) == FD_CLOEXEC)
      _ = file
    }
    // Another test may have been given the number meanwhile, but then for another file.
    var status = stat()
    let isOpen = unsafe fstat(number, &status) == 0
    let here = try #require(try Folder(opening: Path(directory.path)).status(of: "file"))
    #expect(!isOpen || UInt64(status.st_ino) != here.inode)
  }

  @Test func `a lock has one holder`() throws {
    let first = try Descriptor(opening: path, [.readWrite, .create])
    let second = try Descriptor(opening: path, .readWrite)
    #expect(try first.lockExclusively())
    #expect(try second.lockExclusively() == false)
  }

  @Test func `a writer is noticed until it closes`() throws {
    try directory.write("x", to: "file")
    do {
      let writer = try Descriptor(opening: path, .write)
      #expect(try Descriptor(opening: path, .read).writers == .somebody)
      try writer.write([0x79])
    }
    #expect(try Descriptor(opening: path, .read).writers == .nobody)
  }

  @Test func `a file opened for writing while the question is asked does not end the process`()
    async throws
  {
    try directory.write("x", to: "file")
    let path = path
    try await withThrowingTaskGroup { group in
      group.addTask {
        for _ in 0..<2000 { _ = try Descriptor(opening: path, .read).writers }
      }
      group.addTask {
        for _ in 0..<2000 { _ = try Descriptor(opening: path, .write) }
      }
      try await group.waitForAll()
    }
  }
}
