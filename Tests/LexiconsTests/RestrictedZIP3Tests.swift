import Lexicons
import TestSupport
import Testing

@Suite struct RestrictedZIP3Tests {
  @Test func `the shipped list is the union of three censuses`() throws {
    let list = try #require(try TestLexicon.lists().first { $0.name == RestrictedZIP3.fileName })
    let prefixes = try RestrictedZIP3.parse(list.bytes)
    #expect(prefixes.count == 23)
    #expect(prefixes.isSuperset(of: ["036", "059", "063", "102", "203", "556", "893", "204"]))
    #expect(!prefixes.contains("100"))
  }

  @Test(arguments: [
    ("2000\t36", RestrictedZIP3Error.line(1)), ("# list\n2000\t036\n2010", .line(3)),
    ("year\t036", .line(1)), ("2000\t0a6", .line(1)), ("2000\t0361", .line(1)), ("", .empty),
    ("# list\n", .empty),
  ])
  func `a line that is no prefix is refused`(content: String, error: RestrictedZIP3Error) {
    #expect(throws: error) { try RestrictedZIP3.parse(Array(content.utf8)) }
  }
}
