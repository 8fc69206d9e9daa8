import FoundationEssentials
import Detection
import Lexicons
import Patterns
import TestSupport

@testable import Revealing

/// The packs of the source tree, and a reader of them.
struct Revelations {
  let packs: RevealingPackSet
  let reader: RevealingReader
  let lexicon: Lexicon

  private static let loaded = Result<Revelations, any Error> { try Revelations() }

  /// Read once a process.
  static func shared() throws -> Revelations { try loaded.get() }

  private init() throws {
    let folder = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "patterns/revealing").resolvingSymlinksInPath()
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let sources = try names.filter { $0.hasSuffix(".yaml") }.sorted().map { name in
      PackSource(
        file: name, bytes: [UInt8](try Data(contentsOf: folder.appending(path: name))))
    }
    let result = RevealingPackParser.parse(sources)
    guard let packs = result.packs else { throw Refused(diagnostics: result.diagnostics) }
    self.packs = packs
    lexicon = try TestLexicon.shared()
    reader = RevealingReader(packs: packs, lexicon: lexicon)
  }

  /// The packs have mistakes.
  private struct Refused: Error {
    var diagnostics: [Diagnostic]
  }

  func references(_ text: String) throws -> [Reference] {
    var scratch = DetectionScratch()
    return try reader.references(in: Array(text.utf8), &scratch)
  }

  func kinds(_ text: String) throws -> [RevealingKind] { try references(text).map(\.kind) }
}

/// A pattern for tests.
func revealingPattern(
  _ regex: String, id: String = "test/rule", kind: RevealingKind = .household,
  literals: [String] = []
) throws -> RevealingPattern {
  let pack = """
    pack: test
    version: 1
    finds: Tests.
    patterns:
      - id: \(id)
        kind: \(kind.rawValue)
        finds: A test.
        reason: It tells.
        suggestion: Leave it out.
        regex: '\(regex)'
        match: ['\(literals.first ?? "any")']
        \(literals.isEmpty ? "" : "requires: {literals: ['\(literals.joined(separator: "', '"))']}")
    """
  let result = RevealingPackParser.parse([PackSource(file: "test.yaml", bytes: Array(pack.utf8))])
  guard let pattern = result.packs?.patterns.first else {
    throw PatternRefused(diagnostics: result.diagnostics)
  }
  return pattern
}

/// A test's pattern has a mistake.
struct PatternRefused: Error {
  var diagnostics: [Diagnostic]
}
