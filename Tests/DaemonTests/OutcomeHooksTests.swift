import Audit
import Documents
import FoundationEssentials
import Glibc
import Syscalls
import TestSupport
import Testing

@testable import Daemon

/// Programs that are told of outcomes: real ones.
@Suite struct OutcomeHooksTests {
  private let folder: TemporaryDirectory
  private let captured = CapturedJournal()
  private let figures = Figures()
  private let id = DocumentID.now()

  init() throws { folder = try TemporaryDirectory() }

  private func program(_ script: String) throws -> Path {
    let path = folder.path(of: "program")
    try folder.write("#!/bin/sh\n\(script)\n", to: "program")
    unsafe #expect(chmod(path, 0o755) == 0)
    return Path(path)
  }

  private func tell(_ script: String, _ outcome: Outcome = .held, limit: Duration = .seconds(60))
    throws
  {
    let hooks = try #require(try OutcomeHooks([.held: try program(script)], limit: limit))
    try hooks.start(captured.journal, figures)
    #expect(
      hooks.tell(
        OutcomeNotice(id, outcome, ["second-scan"], milliseconds: 5)))
    hooks.finish()
  }

  @Test func `it reads the outcome as JSON`() throws {
    try tell("cat > \(folder.path(of: "told"))")
    let told = try #require(try folder.text(of: "told"))
    #expect(told.contains(#""outcome":"held""#))
    #expect(told.contains(#""reasons":["second-scan"]"#))
    #expect(told.contains(#""document":"\#(id.text)""#))
    #expect(figures.all.hooks == [.done: 1])
    #expect(captured.lines.isEmpty)
  }

  @Test func `it has no environment, no descriptors and no arguments`() throws {
    unsafe setenv("SCRUBD_TEST_SECRET", "x", 1)
    let open = try Descriptor(opening: Path(folder.path), [.read, .folder])
    try tell("{ env; echo \"args $#\"; ls /proc/self/fd; } > \(folder.path(of: "seen")) 2>&1")
    let seen = try #require(try folder.text(of: "seen"))
    #expect(!seen.contains("SECRET"))
    #expect(seen.contains("args 0"))
    // Standard streams, and the listing itself.
    let numbers = seen.split(separator: "\n").compactMap { Int($0) }
    #expect(numbers.allSatisfy { $0 <= 3 }, "\(numbers)")
    withExtendedLifetime(open) {}
  }

  @Test func `one that takes too long is killed with what it started, and said`() throws {
    try tell(
      "sleep 600 & echo $! > \(folder.path(of: "child")); wait", limit: .milliseconds(1500))
    #expect(figures.all.hooks == [.timeout: 1])
    #expect(captured.lines.map(\.text).first?.contains("took longer") == true)
    let child = try #require(try folder.text(of: "child"))
    let number = try #require(Int32(child.filter(\.isNumber)))
    // Killed; it may still be waiting to be reaped by whoever adopted it.
    let state = try? Data(contentsOf: URL(filePath: "/proc/\(number)/stat"))
    #expect(kill(number, 0) == -1 || state.map { $0.contains(UInt8(ascii: "Z")) } ?? true)
  }

  @Test(arguments: [("exit 3", "exit code 3"), ("kill -9 $$", "signal 9")])
  func `one that fails is said`(_ script: String, _ words: String) throws {
    try tell(script)
    #expect(figures.all.hooks == [.failed: 1])
    #expect(captured.lines.first?.text.contains(words) == true)
  }

  @Test func `one that does not read its input keeps nobody waiting`() throws {
    try tell("exit 0")
    #expect(figures.all.hooks == [.done: 1])
  }

  @Test func `outcomes nobody asked for are not told`() throws {
    try tell("touch \(folder.path(of: "told"))", .quarantined)
    #expect(try folder.text(of: "told") == nil)
  }

  @Test func `without a program there is nothing to run`() throws {
    #expect(try OutcomeHooks([:], limit: .seconds(1)) == nil)
  }
}
