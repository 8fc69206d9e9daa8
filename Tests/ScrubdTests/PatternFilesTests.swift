import Settings
import TestSupport
import Testing

@testable import scrubd

@Suite struct PatternFilesTests {
  private static let pack = """
    pack: own
    version: 1
    finds: What tells here.
    kind: known-person
    reason: Everybody there knows the harbour master.
    suggestion: Write "an official".
    patterns:
      - id: own/harbour-master
        finds: The harbour master.
        regex: 'harbour\\ master'
        match: ['the [[harbour master]]']

    """

  @Test func `a folder whose revealing packs do not find every kind is refused with the remedy`()
    throws
  {
    let folder = try TemporaryDirectory()
    try folder.makeFolder("revealing")
    try folder.makeFolder("profiles")
    try folder.write(PatternFilesTests.pack, to: "revealing/own.yaml")
    var overrides = SettingsOverrides()
    overrides[.patterns] = folder.path
    let files = try PatternFiles(try Settings.load(overrides))
    let failure = #expect(throws: Failure.self) { _ = try files.parsedRevealing() }
    let words = try #require(failure).description
    #expect(
      words.contains("\(folder.path)/revealing:1:1: error: no pattern finds the kind handle;"))
    #expect(words.contains("restore the packs of the package"))
    #expect(!words.contains("the kind known-person"))
  }
}
