import TestSupport
import Testing

/// Compiled packs, as people use them: they save time and change nothing else.
@Suite struct PatternsCompileTests {
  private static let pack = """
    pack: own
    version: 1
    finds: What a hospital adds.
    patterns:
      - id: own/badge
        category: ID
        hipaa: R
        finds: Badge numbers.
        regex: '(?<phi>BDG-\\d{5})'
        confidence: 0.9
        match: ['badge [[BDG-12345]]']

    """

  private static let note = "She found BDG-12345, and Dr. Ruben Castellane signed on 04/11/2019.\n"

  /// A folder with a pack of its own, compiled.
  private static func compiledFolder() async throws -> TemporaryDirectory {
    let folder = try TemporaryDirectory()
    try folder.write(pack, to: "own.yaml")
    let run = try await ScrubdProcess.run("patterns", "compile", "--extra-patterns", folder.path)
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.output.hasPrefix("\(folder.path(of: "compiled/packs.rules")): "))
    return folder
  }

  private static func detect(_ folder: TemporaryDirectory) async throws -> ScrubdProcess.Result {
    try folder.write(note, to: "note.txt")
    return try await ScrubdProcess.run(
      "detect", folder.path(of: "note.txt"), "--json", "--extra-patterns", folder.path)
  }

  @Test func `what is found is the same with compiled packs and without`() async throws {
    let folder = try await PatternsCompileTests.compiledFolder()
    let compiled = try await PatternsCompileTests.detect(folder)
    #expect(compiled.output.contains("own/badge"))
    #expect(compiled.errors.isEmpty, "\(compiled.errors)")
    // Emptied, it is no compiled form any more.
    try folder.write("-", to: "compiled/packs.rules")
    let parsed = try await PatternsCompileTests.detect(folder)
    #expect(parsed.output == compiled.output)
  }

  @Test func `an edited pack takes effect at once, and says nothing of it`() async throws {
    let folder = try await PatternsCompileTests.compiledFolder()
    try folder.write(
      PatternsCompileTests.pack.replacing("BDG-", with: "BGD-"), to: "own.yaml")
    let edited = try await PatternsCompileTests.detect(folder)
    #expect(!edited.output.contains("own/badge"))
    #expect(edited.errors.isEmpty, "\(edited.errors)")
    try folder.write(
      PatternsCompileTests.pack.replacing("\\d{5})", with: "\\d{5}"), to: "own.yaml")
    let broken = try await PatternsCompileTests.detect(folder)
    #expect(broken.exitCode == 1)
    #expect(broken.errors.contains("own.yaml:9"))
  }

  @Test func `damaged compiled packs are told of once and not used`() async throws {
    let folder = try await PatternsCompileTests.compiledFolder()
    let whole = try await PatternsCompileTests.detect(folder)
    try folder.write("SCRBRUL1 and no more", to: "compiled/packs.rules")
    let damaged = try await PatternsCompileTests.detect(folder)
    #expect(damaged.output == whole.output)
    let lines = damaged.errors.split(separator: "\n")
    #expect(lines.count == 1)
    #expect(lines.first?.contains("compiled/packs.rules is damaged and not used") == true)
  }
}
