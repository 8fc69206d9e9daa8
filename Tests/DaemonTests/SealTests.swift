import FoundationEssentials
import Glibc
import Syscalls
import TestSupport
import Testing

/// What holds of the daemon's memory while it runs.
@Suite struct SealTests {
  @Test func `a running daemon has machine code and no page that is writable and executable`()
    async throws
  {
    let root = try ScrubdRoot()
    let daemon = try await root.start()
    let journal = try daemon.errors
    #expect(journal.contains("JIT on"))
    #expect(journal.contains(MemorySeal.isSupported ? "memory sealed" : "machine code protected"))
    try root.drop("Phone (217) 555-0142.\n", named: "a.txt")
    try await root.waitForReceipts(1)
    let record = try root.text(of: ".status.json")
    let number = try #require(record.firstMatch(of: /"process" : (\d+)/)).1
    // Its memory can be looked at by root alone, as core dumps are forbidden.
    if let data = try? Data(contentsOf: URL(filePath: "/proc/\(number)/maps")) {
      let maps = String(decoding: data, as: UTF8.self)
      #expect(!maps.contains("rwxp"))
      #expect(maps.contains("r-xp"))
    }
    daemon.send(SIGTERM)
    #expect(try await daemon.end().exitCode == 0)
  }
}
