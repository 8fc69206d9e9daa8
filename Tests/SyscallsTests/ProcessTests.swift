import Testing

@testable import Syscalls

/// Starting programs, and looking at this process's memory.
@Suite struct ProcessTests {
  @Test func `a program's exit code is told`() throws {
    #expect(try ChildProgram.run("/bin/true", input: [], limit: .seconds(60)) == .exit(code: 0))
    #expect(try ChildProgram.run("/bin/false", input: [], limit: .seconds(60)) == .exit(code: 1))
  }

  @Test func `a program that is not there is an error`() {
    #expect(throws: SystemError.self) {
      try ChildProgram.run("/nonexistent", input: [], limit: .seconds(60))
    }
  }

  @Test func `a path with a zero byte is an error`() {
    let error = Replacement.become(Path(bytes: [0x61, 0, 0x62]), arguments: [])
    #expect(error.call == "execve")
  }

  private static let lines: [(String, Range<UInt64>?)] = [
    ("7f0a2c000000-7f0a2c010000 rwxp 00000000 00:00 0", 0x7f0a_2c00_0000..<0x7f0a_2c01_0000),
    ("7f0a2c000000-7f0a2c010000 r-xp 00000000 00:00 0", nil),
    ("7f0a2c000000-7f0a2c010000 rw-p 00000000 00:00 0 [heap]", nil),
    ("nonsense rwxp", nil), ("", nil), ("2-1 rwxp", nil),
  ]

  @Test(arguments: lines)
  func `writable code is read from the kernel's map`(_ line: String, _ range: Range<UInt64>?) {
    #expect(MemorySeal.writableCode(inLine: Array(line.utf8)) == range)
  }

  @Test func `standard error has an identity like journald's`() throws {
    let identity = try #require(StandardStream.error.identity)
    #expect(identity.split(separator: ":").count == 2)
    #expect(identity.split(separator: ":").allSatisfy { UInt64($0) != nil })
  }
}
