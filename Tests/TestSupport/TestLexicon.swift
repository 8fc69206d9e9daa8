import FoundationEssentials
package import Lexicons

/// The lexicon of the source tree's word lists, for tests that need the real one.
///
/// Compiling takes seconds in a debug build, so the compiled file is kept in the system's temporary folder under a
/// name that changes with the lists and with the sources of the compiler.
package enum TestLexicon {
  /// The lexicon, compiled at most once a process. Throws if the lists do not compile without a warning.
  package static func shared() throws -> Lexicon { try loaded.get() }

  /// The word lists of `patterns/lexicons`.
  package static func lists() throws -> [NamedList] { try files(in: "patterns/lexicons", ".tsv") }

  /// The package's root folder, found from where this file lies.
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static let loaded = Result<Lexicon, any Error> { try load() }

  private static func load() throws -> Lexicon {
    let lists = try lists()
    let sources = try files(in: "Sources/Lexicons", ".swift")
    var hash = LexiconCompiler.digest(of: lists)
    for source in sources {
      hash = WordHash.of(source.bytes) ^ (hash &* 31)
    }
    let file = FileManager.default.temporaryDirectory
      .appending(path: "scrubd-test-\(String(hash, radix: 16)).lexicon")
    if let kept = try? Lexicon(path: file.path), (try? kept.verifyChecksum()) != nil { return kept }
    let compiled = try LexiconCompiler.compile(lists: lists)
    if let warning = compiled.warnings.first { throw Senseless(warning: warning) }
    try Data(compiled.bytes).write(to: file, options: .atomic)
    return try Lexicon(path: file.path)
  }

  /// The shipped lists have a line that means nothing.
  private struct Senseless: Error {
    var warning: LexiconWarning
  }

  /// The files below a folder of the source tree whose names end so, in the order of their paths.
  private static func files(in folder: String, _ suffix: String) throws -> [NamedList] {
    let base = root.appending(path: folder).resolvingSymlinksInPath()
    let names = try FileManager.default.subpathsOfDirectory(atPath: base.path)
    return try names.filter { $0.hasSuffix(suffix) }.sorted().map { name in
      NamedList(name: name, bytes: [UInt8](try Data(contentsOf: base.appending(path: name))))
    }
  }
}
