import FoundationEssentials
import TestSupport
import Testing

/// Programs that put a file into the inbox in their own ways: it comes out once, and whole.
@Suite struct WritersTests {
  private struct Way: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Run by a shell in the root folder, with the text in `note.txt`.
    let script: String
  }

  private static let ways = [
    Way(testDescription: "cp", script: "cp note.txt inbox/case.txt"),
    Way(testDescription: "mv from another disk", script: "mv note.txt inbox/case.txt"),
    Way(
      testDescription: "a copy in small pieces",
      script: "dd if=note.txt of=inbox/case.txt bs=7 status=none"),
    Way(
      testDescription: "a writer that pauses",
      script: "{ head -c 20 note.txt; sleep 2; tail -c +21 note.txt; } > inbox/case.txt"),
    Way(
      testDescription: "a writer that closes and goes on",
      script:
        "head -c 20 note.txt > inbox/case.txt; sleep 0.2; tail -c +21 note.txt >> inbox/case.txt"),
    Way(
      testDescription: "a writer that begins again",
      script:
        "exec 3> inbox/case.txt; echo nonsense >&3; sleep 1; : > inbox/case.txt; cat note.txt > inbox/case.txt; exec 3>&-"
    ),
    Way(
      testDescription: "a temporary name, as rsync and editors make one",
      script:
        "head -c 20 note.txt > inbox/.case.txt.Xb31Ze; sleep 1; tail -c +21 note.txt >> inbox/.case.txt.Xb31Ze; "
        + "mv inbox/.case.txt.Xb31Ze inbox/case.txt"),
    Way(
      testDescription: "a browser's download",
      script: "cat note.txt > inbox/case.txt.part; sleep 1; mv inbox/case.txt.part inbox/case.txt"),
    Way(
      testDescription: "a file server that makes the file before it fills it",
      script:
        ": > inbox/case.txt; sleep 0.5; cat note.txt > inbox/case.txt; touch -c -d 2020-01-01 inbox/case.txt"
    ),
    Way(
      testDescription: "an old file put there with its times",
      script: "touch -d 2020-01-01 note.txt; cp -p note.txt inbox/case.txt"),
  ]

  @Test(arguments: ways)
  private func `a file comes out once and whole`(_ way: Way) async throws {
    let root = try ScrubdRoot()
    let daemon = try await root.start(["SCRUBD_SETTLE_SECONDS": "1"])
    try root.directory.write("The wound healed.\nPhone (217) 555-0111.\nThe end.\n", to: "note.txt")
    try await WritersTests.run(way.script, in: root.path)
    try await root.waitForReceipts(1)
    // Whatever came later would be taken by now.
    try await Task.sleep(for: .seconds(2))
    daemon.send(15)
    #expect(try await daemon.end().exitCode == 0)
    try await root.expectAllReleased(1)
    let text = try #require(try root.names(in: "outbox").first { !$0.contains(".report.") })
    let said = try root.text(of: "outbox/\(text)")
    #expect(said.hasPrefix("The wound healed.\n") && said.hasSuffix("The end.\n"))
    #expect(!said.contains("555-0111"))
  }

  private static func run(_ script: String, in folder: String) async throws {
    let run = try await Shell.run(script, in: folder)
    #expect(run == 0)
  }
}
