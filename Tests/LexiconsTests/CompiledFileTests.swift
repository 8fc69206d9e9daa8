import FoundationEssentials
import Lexicons
import Testing

/// Files that are no compiled lexicon, or no longer one.
@Suite struct CompiledFileTests {
  private static func compiled() throws -> [UInt8] {
    let lists = CompilerTests.lists([
      "surnames": "zzorn\t900\nzzarn\t1800", "context": "zz zorn\tunit",
    ])
    return try LexiconCompiler.compile(lists: lists).bytes
  }

  /// Calls `body` with the path of a file of these bytes, and removes it again.
  private func withFile(_ bytes: [UInt8], _ body: (String) throws -> Void) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).lexicon")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    try body(file.path)
  }

  @Test func `a mapped file answers as the bytes in memory do`() throws {
    let bytes = try Self.compiled()
    try withFile(bytes) { path in
      let mapped = try Lexicon(path: path)
      let held = try Lexicon(bytes: bytes)
      try mapped.verifyChecksum()
      #expect(mapped.count == 4)
      for word in ["zzorn", "zzarn", "zz", "zz zorn", "zzurn", ""] {
        #expect(mapped.facts(of: word) == held.facts(of: word))
      }
      #expect(mapped.facts(of: "zz").has(.phraseStart))
      #expect(mapped.facts(of: "zzorn").weight(.surname) == 4)
    }
  }

  @Test func `a replaced file leaves an open lexicon as it was`() throws {
    let bytes = try Self.compiled()
    try withFile(bytes) { path in
      let lexicon = try Lexicon(path: path)
      try Data(repeating: 0, count: 10).write(to: URL(filePath: path), options: .atomic)
      try lexicon.verifyChecksum()
      #expect(lexicon.facts(of: "zzarn").weight(.surname) == 5)
    }
  }

  @Test(arguments: [
    ("empty", LexiconDefect.foreign), ("text", .foreign), ("magic only", .truncated),
    ("header only", .truncated), ("cut", .truncated), ("longer", .damaged),
    ("newer", .otherVersion(2)), ("header bit", .damaged),
  ])
  func `what is no lexicon is refused when it is opened`(what: String, defect: LexiconDefect) throws
  {
    var bytes = try Self.compiled()
    switch what {
    case "empty": bytes = []
    case "text": bytes = Array("surname\tcount\n".utf8) + bytes
    case "magic only": bytes = Array(bytes.prefix(8))
    case "header only": bytes = Array(bytes.prefix(64))
    case "cut": bytes.removeLast()
    case "longer": bytes.append(0)
    case "newer": bytes[8] = 2
    default: bytes[20] ^= 1
    }
    #expect(throws: defect) { try Lexicon(bytes: bytes) }
  }

  @Test func `any flipped bit is found`() throws {
    let bytes = try Self.compiled()
    for bit in 0..<bytes.count * 8 {
      var flipped = bytes
      flipped[bit / 8] ^= 1 << UInt8(bit % 8)
      #expect(throws: LexiconDefect.self) { try Lexicon(bytes: flipped).verifyChecksum() }
    }
  }

  @Test func `a damaged table never sends a look-up round for ever`() throws {
    var bytes = try Self.compiled()
    for index in 64..<bytes.count { bytes[index] = 0xff }
    let lexicon = try Lexicon(bytes: bytes)
    #expect(lexicon.facts(of: "zzorn") == .unknown)
  }

  @Test func `errors tell which file and what to do`() throws {
    let missing = "/nonexistent/words.lexicon"
    let error = try #require(throws: LexiconError.self) { try Lexicon(path: missing) }
    #expect(error.description.contains(missing))
    #expect(error.description.contains("No such file"))
    #expect(error.description.contains("scrubd lexicon compile"))
    #expect(throws: LexiconError.self) { try Lexicon(path: "/tmp") }
    try withFile([1, 2, 3]) { path in
      let error = try #require(throws: LexiconError.self) { try Lexicon(path: path) }
      #expect(error.reason == .defect(.foreign))
      #expect(error.description.contains("scrubd lexicon compile"))
    }
  }
}
