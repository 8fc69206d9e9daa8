import FoundationEssentials
import TestSupport
import Testing

/// Promise 4, in the sources: there is one way into the journal, and the command lines are the only rooms that write for
/// people.
@Suite struct NoPHIInSourcesTests {
  private static let ways = [
    "print(", "debugPrint(", "dump(", "NSLog(", "os_log(", "fputs(", "syslog(", "Logger(",
    "logger.",
    "StandardStream.",
  ]
  private static let crashes = [
    "fatalError(", "preconditionFailure(", "precondition(", "assert(", "assertionFailure(",
  ]
  private static let journal = "Daemon/Journal/Journal.swift"
  /// Writes what the journal was told, and has no other caller.
  private static let output = "Daemon/Journal/JournalOutput.swift"

  @Test func `no room but the command line writes to a stream or a log`() throws {
    for (file, lines) in try NoPHIInSourcesTests.sources()
    where !file.hasPrefix("scrubd/") && !file.hasPrefix("scrubd-train/")
      && file != NoPHIInSourcesTests.journal && file != NoPHIInSourcesTests.output
    {
      for way in NoPHIInSourcesTests.ways {
        for line in lines where NoPHIInSourcesTests.calls(way, in: line) {
          Issue.record("\(file) calls \(way): \(line)")
        }
      }
    }
  }

  @Test func `the journal takes events and nothing else`() throws {
    let lines = try #require(try NoPHIInSourcesTests.sources()[NoPHIInSourcesTests.journal])
    let functions = lines.filter { $0.contains("func ") }
    #expect(functions == ["  package func say(_ event: DaemonEvent) {"])
  }

  @Test func `no crash message is put together at run time`() throws {
    for (file, lines) in try NoPHIInSourcesTests.sources() {
      for line in lines where line.contains("\\(") {
        for crash in NoPHIInSourcesTests.crashes where NoPHIInSourcesTests.calls(crash, in: line) {
          Issue.record("\(file): \(line)")
        }
      }
    }
  }

  @Test func `calls are found in code and not in comments or longer names`() {
    #expect(NoPHIInSourcesTests.calls("print(", in: "  print(name)"))
    #expect(!NoPHIInSourcesTests.calls("print(", in: "  fingerprint(name)"))
    #expect(NoPHIInSourcesTests.code("say(x) // print(x)") == "say(x) ")
  }

  private static func calls(_ way: String, in line: String) -> Bool {
    line.ranges(of: way).contains { range in
      guard range.lowerBound > line.startIndex else { return true }
      let before = line[line.index(before: range.lowerBound)]
      return !(before.isLetter || before.isNumber || before == "_")
    }
  }

  private static func code(_ line: some StringProtocol) -> String {
    String(line[..<(line.firstRange(of: "//")?.lowerBound ?? line.endIndex)])
  }

  /// The lines of every source without comments, by path under `Sources`.
  private static func sources() throws -> [String: [String]] {
    let folder = "\(SourceTree.root)/Sources"
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".swift") }
    try #require(paths.count > 100)
    return try Dictionary(
      uniqueKeysWithValues: paths.map { path in
        let data = try #require(FileManager.default.contents(atPath: "\(folder)/\(path)"))
        let text = String(decoding: data, as: UTF8.self)
        return (path, text.split(separator: "\n").map { code($0) })
      })
  }
}
