import Documents
import Logging
import Spool
import Syscalls
import TestSupport
import Testing

@testable import Daemon

@Suite struct StuckEntriesTests {
  @Test func `a flood of entries that cannot be taken is a few lines with its number`() {
    let captured = CapturedJournal()
    let stuck = StuckEntries(captured.journal)
    var random = SeededGenerator(seed: 1)
    for number in 1...1000 {
      let id = DocumentID(milliseconds: UInt64(number), using: &random)
      stuck.add(
        .notClaimable(id, inode: UInt64(number), SystemError(errno: 1, call: "renameat2")))
    }
    #expect(stuck.count == 1000)
    #expect(captured.lines.count == 10)
    #expect(captured.lines.allSatisfy { $0.level == .warning })
    #expect(captured.lines.last?.text.hasPrefix("512 entries") == true)
    #expect(captured.lines.last?.text.contains("find -inum 512") == true)
  }
}
