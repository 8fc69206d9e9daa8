import TestSupport
import Testing

@testable import Syscalls

/// What is given back is there again when it is needed.
@Suite struct IdleMemoryTests {
  private static let smaps = """
    1000-3000 r-xp 00000000 fe:00 12 /usr/bin/scrubd
    Rss:                   8 kB
    Anonymous:             0 kB
    VmFlags: rd ex mr mw me
    3000-4000 r--p 00002000 fe:00 12 /usr/bin/scrubd
    Rss:                   4 kB
    Anonymous:             4 kB
    4000-5000 rw-p 00003000 fe:00 12 /usr/bin/scrubd
    Anonymous:             0 kB
    5000-6000 rw-p 00000000 00:00 0
    Anonymous:             0 kB
    6000-7000 r-xp 00000000 00:00 0
    Anonymous:             0 kB
    7000-9000 r--p 00000000 fe:00 13 /usr/share/scrubd/my lists/words.lexicon
    Anonymous:             0 kB
    9000-a000 r--s 00000000 fe:00 14 /usr/share/shared
    Anonymous:             0 kB
    a000-b000 r-xp 00000000 00:00 0 [vdso]
    Anonymous:             0 kB
    b000-c000 r-xp 00000000 fe:00 15 /usr/lib/cut
    """

  @Test func `only what is an unchanged file that may not be written is given back`() {
    #expect(
      IdleMemory.untouchedMappings(in: IdleMemoryTests.smaps) == [0x1000..<0x3000, 0x7000..<0x9000])
  }

  @Test func `a mapped file has the same bytes afterwards, and so has the heap`() throws {
    let directory = try TemporaryDirectory()
    let text = (0..<100_000).map(String.init).joined(separator: " ")
    let bytes = Array(text.utf8)
    try directory.write(text, to: "list")
    let file = try MappedFile(path: directory.path(of: "list"))
    #expect(file.prefix(bytes.count) == bytes)
    let regions = try IdleMemory.untouchedMappings()
    // The file, and the program's own code at least.
    #expect(regions.contains { $0.count == (bytes.count + 4095) & ~4095 })
    #expect(regions.count > 1)
    for _ in 0..<3 {
      IdleMemory.giveBack()
      #expect(file.prefix(bytes.count) == bytes)
    }
  }
}
