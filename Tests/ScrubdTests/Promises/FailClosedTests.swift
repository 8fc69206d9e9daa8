import FoundationEssentials
import TestSupport
import Testing

/// Promise 1: any doubt or error keeps a document in.
@Suite struct FailClosedTests {
  @Test func `what cannot be read for certain is quarantined`() async throws {
    let root = try ScrubdRoot()
    let doubtful: [String: [UInt8]] = [
      "paper.txt": Array("%PDF-1.7\n".utf8),
      "zero.txt": Array("Seen by\0Dr. Halvorsen".utf8),
      "mixed.txt": Array("Caf\u{e9} and caf".utf8) + [0xe9, 0x2e],
      "bell.txt": Array("Hal\u{8}\u{8}\u{8}vorsen".utf8),
      "coded.txt": Array("Content-Transfer-Encoding: base64\n\n\(FailClosedTests.base64)".utf8),
      "half.txt": [0xff, 0xfe, 0x41],
    ]
    for (name, bytes) in doubtful { try root.drop(bytes, named: name) }
    let run = try await root.runOnce()
    #expect(run.exitCode == 0, "\(run.errors)")
    let receipts = try root.receipts()
    #expect(receipts.count == doubtful.count)
    for receipt in receipts {
      #expect(receipt.outcome == "quarantined", "\(receipt.name.text ?? "")")
      let folder = "quarantine/\(receipt.document)"
      #expect(try root.bytes(of: "\(folder)/original") == doubtful[receipt.name.text ?? ""])
      #expect(try root.text(of: "\(folder)/reason.txt").contains(receipt.reason))
    }
    #expect(try root.names(in: "outbox").isEmpty)
  }

  @Test func `a rule that gives up and a trace the second scan finds keep a document in`()
    async throws
  {
    let root = try ScrubdRoot()
    try FailClosedTests.writeRules(to: root)
    try root.drop(
      "Marks: \(String(repeating: "x", count: 60)), made by hand.\n", named: "runaway.txt")
    try root.drop("The code alpha#gone#beta was read aloud.\n", named: "surfacing.txt")
    try root.drop("The wound healed well.\n", named: "well.txt")
    let rules = root.directory.path(of: "rules")
    let run = try await root.runOnce(["--extra-patterns", rules, "--profile", "removing"])
    #expect(run.exitCode == 0, "\(run.errors)")
    let ends = Dictionary(
      uniqueKeysWithValues: try root.receipts().map { ($0.name.text, [$0.outcome, $0.reason]) })
    #expect(ends["runaway.txt"] == ["quarantined", "pattern-limit"])
    #expect(ends["surfacing.txt"] == ["held", "second-scan"])
    #expect(ends["well.txt"] == ["released", "clean"])
    #expect(try root.names(in: "outbox").count == 3)
  }

  @Test func `a mistake in a pack, a missing word list or a changed log stops the start`()
    async throws
  {
    let root = try ScrubdRoot()
    try root.directory.makeFolder("rules")
    try root.directory.write("pack: own\nversion: one\n", to: "rules/own.yaml")
    let first = try await root.runOnce()
    #expect(first.exitCode == 0, "\(first.errors)")
    try root.drop("Phone (217) 555-0142.\n", named: "case.txt")
    let rules = root.directory.path(of: "rules")
    let mistaken = try await root.runOnce(["--extra-patterns", rules])
    #expect(mistaken.exitCode == 1)
    #expect(mistaken.errors.contains("own.yaml:2"))
    let listless = try await root.runOnce([], ["SCRUBD_LEXICON": "/nonexistent/words.lexicon"])
    #expect(listless.exitCode == 1)
    try FailClosedTests.flipByte(ofLog: root)
    let changed = try await root.runOnce()
    #expect(changed.exitCode == 1)
    #expect(changed.errors.contains("audit"))
    #expect(try root.names(in: "inbox") == ["case.txt"])
    #expect(try root.names(in: "outbox").isEmpty)
  }

  @Test(arguments: [nil, [UInt8](repeating: 0x41, count: 4096)])
  func `a missing or damaged model stops the start`(_ model: [UInt8]?) async throws {
    let root = try ScrubdRoot()
    let rules = root.directory.path(of: "rules")
    try FileManager.default.copyItem(atPath: SourceTree.patterns, toPath: rules)
    let file = "\(rules)/tagger/tagger.model"
    try FileManager.default.removeItem(atPath: file)
    if let model { try Data(model).write(to: URL(filePath: file)) }
    try root.drop("Phone (217) 555-0142.\n", named: "case.txt")
    let run = try await root.runOnce(["--patterns", rules])
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("tagger.model"))
    #expect(try root.names(in: "inbox") == ["case.txt"])
  }

  private static let base64 = String(
    repeating: "U2VlbiBieSBEci4gSGFsdm9yc2VuIG9uIE1vbmRheSBhdCB0aGUgY2xpbmljLg\n", count: 20)

  /// Changes a letter in the middle of the first record.
  static func flipByte(ofLog root: ScrubdRoot) throws {
    let segment = try #require(try root.names(in: "audit").first { $0.hasSuffix(".jsonl") })
    var bytes = try root.bytes(of: "audit/\(segment)")
    let middle = try #require(bytes.firstIndex(of: UInt8(ascii: "\n"))) / 2
    bytes[middle] ^= 1
    try Data(bytes).write(to: URL(filePath: root.directory.path(of: "audit/\(segment)")))
  }

  private static func writeRules(to root: ScrubdRoot) throws {
    try root.directory.makeFolder("rules")
    try root.directory.makeFolder("rules/profiles")
    try root.directory.write(
      #"""
      pack: own
      version: 1
      finds: What keeps a document in.
      patterns:
        - id: own/handle
          category: BIOMETRIC
          hipaa: P
          finds: What the profile removes without a trace.
          regex: '(?<phi>[#]gone[#])'
          confidence: 0.99
          match: ['[[#gone#]]']
        - id: own/joined
          category: ID
          hipaa: R
          finds: What can be seen only once the handle is removed.
          regex: '(?<phi>alphabeta)'
          confidence: 0.99
          match: ['[[alphabeta]]']
        - id: own/runaway
          category: ID
          hipaa: R
          finds: What PCRE2 gives up on.
          regex: '(?<phi>(x+x+)+y)'
          confidence: 0.99
          match: ['[[xxy]]']
      """#, to: "rules/own.yaml")
    let publication = URL(filePath: "\(SourceTree.patterns)/profiles/publication.yaml")
    let profile = String(decoding: try Data(contentsOf: publication), as: UTF8.self)
      .replacing("profile: publication", with: "profile: removing")
      .replacing("BIOMETRIC: tag", with: "BIOMETRIC: remove")
    try root.directory.write(profile, to: "rules/profiles/removing.yaml")
  }
}
