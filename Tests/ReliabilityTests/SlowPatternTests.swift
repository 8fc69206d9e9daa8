import TestSupport
import Testing

/// A hospital's own pattern that needs for ever on some texts.
@Suite struct SlowPatternTests {
  private static let pack = """
    pack: slow
    version: 1
    finds: Nothing a hospital would want.
    patterns:
      - id: slow/backtracks
        category: MRN
        hipaa: H
        finds: Words that end with a sign, by every way there is.
        regex: 'code\\ (?<phi>(?:[a-z]+)+[a-z]*(?:[a-z]+)+!)'
        confidence: 0.9
        match: ['code [[abc!]]']
    """

  @Test func `a document on which a pattern never ends is quarantined, others are released`()
    async throws
  {
    let root = try ScrubdRoot()
    try root.directory.makeFolder("local")
    try root.directory.write(SlowPatternTests.pack, to: "local/slow.yaml")
    try root.drop("The code \(String(repeating: "a", count: 40)) was seen!\n", named: "slow.txt")
    try root.drop("Phone (217) 555-0111.\n", named: "other.txt")
    let run = try await root.runOnce(
      [], ["SCRUBD_EXTRA_PATTERNS": root.directory.path(of: "local")])
    #expect(run.exitCode == 0, "\(run.errors)")
    let ends = Dictionary(
      uniqueKeysWithValues: try root.receipts().map { ($0.name.text ?? "", $0.reason) })
    #expect(ends == ["slow.txt": "pattern-limit", "other.txt": "clean"])
    try await root.expectWholeAudit()
  }
}
