import Glibc
import Syscalls
import TestSupport
import Testing

@Suite struct SystemErrorTests {
  @Test func `an error says which call failed and why`() {
    let error = SystemError(errno: EACCES, call: "openat")
    #expect(error.description == "openat: Permission denied (errno 13)")
  }

  @Test func `a number without a meaning is still told`() {
    #expect(SystemError(errno: 99999, call: "x").description == "x: unknown error (errno 99999)")
  }

  @Test func `an error never names the file`() throws {
    let directory = try TemporaryDirectory()
    let name = "Smith, John 1961-03-14.txt"
    let error = try #require(throws: SystemError.self) {
      _ = try Descriptor(opening: Path(directory.path(of: name)), .read)
    }
    #expect(error.isMissing)
    #expect(!"\(error)".contains("Smith"))
  }

  @Test func `a zero byte in a name is an error and not the end of the name`() throws {
    let directory = try TemporaryDirectory()
    try directory.write("kept", to: "a")
    let folder = try Folder(opening: Path(directory.path))
    let error = #expect(throws: SystemError.self) { try folder.remove("a\0b") }
    #expect(error?.errno == EINVAL)
    #expect(try directory.names() == ["a"])
  }
}
