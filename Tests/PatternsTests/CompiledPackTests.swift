import PCRE2
import Syscalls
import TestSupport
import Testing

@testable import Patterns

/// Packs in compiled form: what they say is what the sources say, and nothing else is believed.
@Suite struct CompiledPackTests {
  private static let revealing = PackSource(
    file: "p/revealing/work.yaml",
    bytes: Array(
      #"""
      pack: work
      version: 3
      finds: Occupations.
      patterns:
        - id: work/keeper
          kind: occupation
          finds: Keepers.
          regex: 'the\ (?<phi>lighthouse\ keeper)'
          requires: {literals: [keeper]}
          check: [listed-occupation]
          reason: There are few.
          suggestion: a worker
          match: ['the [[lighthouse keeper]]']
      """#.utf8))

  private static func sources(_ text: String = SamplePack.text, in folder: String = "p")
    -> [PackSource]
  {
    [
      PackSource(file: "\(folder)/contact.yaml", bytes: Array(text.utf8)),
      PackSource(
        file: "\(folder)/definitions.yaml", bytes: Array("definitions: {word: '[a-z]+'}".utf8)),
    ]
  }

  private static func key(_ packs: [PackSource], program: String = "1") -> CompiledKey {
    CompiledKey(packs: packs, revealing: [revealing], program: program)
  }

  /// A whole file of the sample packs.
  private static func file(_ sources: [PackSource] = sources()) throws -> [UInt8] {
    let packs = try #require(PackParser.parse(sources).packs)
    let revealing = try #require(RevealingPackParser.parse([revealing]).packs)
    return CompiledFile.bytes(
      key: key(sources),
      sections: [
        packs.flat(of: sources), revealing.flat(of: [self.revealing]), [1, 2, 3], [],
      ])
  }

  private static func packs(_ bytes: [UInt8], _ sources: [PackSource] = sources())
    throws(CompiledDefect) -> PackSet
  {
    let file = try CompiledFile(MappedFile(copying: bytes), key: key(sources))
    for section in CompiledFile.Section.allCases { _ = try file.section(section).bytes() }
    return try PackSet(flat: file.section(.packs).bytes(), of: sources, useJIT: false)
  }

  @Test func `compiled packs say what their sources say`() throws {
    let parsed = try #require(PackParser.parse(CompiledPackTests.sources()).packs)
    let read = try CompiledPackTests.packs(CompiledPackTests.file())
    #expect(read.canonical == parsed.canonical)
    #expect(read.patterns.map(\.compiled.facts) == parsed.patterns.map(\.compiled.facts))
    #expect(read.patterns.map(\.finds) == parsed.patterns.map(\.finds))
    #expect(read.guards.map(\.finds) == parsed.guards.map(\.finds))
    #expect(read.packs.map(\.finds) == parsed.packs.map(\.finds))
    for id in parsed.patterns.map(\.id) + parsed.guards.map(\.id) {
      #expect(read.position(of: id) == parsed.position(of: id))
      #expect(read.file(of: id) == "p/contact.yaml")
    }
  }

  @Test func `compiled revealing packs say what their sources say`() throws {
    let sources = [CompiledPackTests.revealing]
    let parsed = try #require(RevealingPackParser.parse(sources).packs)
    let read = try RevealingPackSet(flat: parsed.flat(of: sources), of: sources, useJIT: false)
    #expect(read.canonical == parsed.canonical)
    #expect(read.patterns.map(\.finds) == parsed.patterns.map(\.finds))
    #expect(read.file(of: "work/keeper") == "p/revealing/work.yaml")
  }

  @Test func `packs that were moved are still those, and their files are named as they lie now`()
    throws
  {
    let moved = CompiledPackTests.sources(in: "/usr/share/elsewhere")
    let read = try CompiledPackTests.packs(CompiledPackTests.file(), moved)
    #expect(read.file(of: "contact/mail") == "/usr/share/elsewhere/contact.yaml")
    #expect(read.packs.map(\.file) == ["/usr/share/elsewhere/contact.yaml"])
  }

  @Test func `any change of a source, a file's name or the program makes it stale`() throws {
    let file = MappedFile(copying: try CompiledPackTests.file())
    let text = SamplePack.text
    let renamed = CompiledPackTests.sources().map {
      PackSource(file: $0.file.replacingFirst("contact", with: "reach"), bytes: $0.bytes)
    }
    let keys = [
      CompiledPackTests.key(CompiledPackTests.sources(text + "\n")),
      CompiledPackTests.key(CompiledPackTests.sources(text.replacingFirst("0.9", with: "0.8"))),
      CompiledPackTests.key(Array(CompiledPackTests.sources().dropLast())),
      CompiledPackTests.key(renamed),
      CompiledPackTests.key(CompiledPackTests.sources(), program: "2"),
    ]
    for key in keys {
      #expect(throws: CompiledDefect.stale) { try CompiledFile(file, key: key) }
    }
  }

  @Test func `every flipped bit of the file is noticed`() throws {
    let whole = try CompiledPackTests.file()
    for place in whole.indices {
      var bytes = whole
      bytes[place] ^= 1 << UInt8(place % 8)
      #expect(throws: CompiledDefect.self, "byte \(place)") { try CompiledPackTests.packs(bytes) }
    }
  }

  @Test func `a file cut off anywhere is refused`() throws {
    let whole = try CompiledPackTests.file()
    for count in whole.indices.dropFirst() {
      #expect(throws: CompiledDefect.damaged) {
        try CompiledPackTests.packs(Array(whole[..<count]))
      }
    }
  }

  @Test func `bytes that are no packs are refused, whatever the checksum says`() throws {
    let sources = CompiledPackTests.sources()
    let whole = try #require(PackParser.parse(sources).packs).flat(of: sources)
    var random = SeededGenerator(seed: 21)
    var refused = 0
    for _ in 0..<4_000 {
      var bytes = whole
      for _ in 0...Int.random(in: 0..<3, using: &random) {
        bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      do throws(CompiledDefect) {
        let read = try PackSet(flat: bytes, of: sources, useJIT: false)
        #expect(
          read.patterns.allSatisfy { pattern in
            pattern.identifierGroups.allSatisfy { $0 <= pattern.compiled.captureCount }
          })
      } catch { refused += 1 }
    }
    #expect(refused > 400)
  }

  @Test(arguments: [
    "a", "(?:a|b\\h)+c{2,9}(?=\\d|$)", "\\bx(?![a-z])\\d*+\\b", "(?<=[a-z])é+|[^a]$",
  ])
  func `a skeleton comes back as it was, and a damaged one stays in its bounds`(_ source: String)
    throws
  {
    let skeleton = try #require(MatchSkeleton(try CompiledPattern(source)))
    var writer = FlatWriter()
    skeleton.write(to: &writer)
    let read = try MatchSkeleton(flat: writer.bytes)
    var again = FlatWriter()
    read.write(to: &again)
    #expect(again.bytes == writer.bytes)
    var random = SeededGenerator(seed: 5)
    for _ in 0..<2_000 {
      var bytes = writer.bytes
      bytes[Int.random(in: bytes.indices, using: &random)] ^= UInt8.random(
        in: 1...255, using: &random)
      guard let read = try? MatchSkeleton(flat: bytes) else { continue }
      // Walks every state, which would trap on one that is not there.
      if let shape = StartShape(read) { #expect(!shape.front.isEmpty || read.states.count < 3) }
    }
  }
}
