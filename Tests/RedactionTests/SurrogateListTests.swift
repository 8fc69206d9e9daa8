import Patterns
import Testing

@testable import Redaction

@Suite struct SurrogateListTests {
  @Test func `the lists that are delivered have no mistake and name their source`() throws {
    let sources = try RedactionSupport.sources("surrogates", ".tsv")
    let result = SurrogateLists.parse(sources)
    #expect(result.diagnostics == [])
    let lists = try #require(result.lists)
    #expect(sources.allSatisfy { $0.bytes.starts(with: "# source: ".utf8) })
    for origin in ["european", "hispanic", "african-american", "south-asian"] {
      for sex in [SurrogateLists.Sex.female, .male] {
        #expect(lists.given.count { $0.origin == origin && $0.sex == sex } >= 80)
      }
      #expect(lists.surnames.count { $0.origin == origin } >= 80)
    }
  }

  private static func parse(_ name: String, _ line: String) throws -> [String] {
    let sources = try RedactionSupport.sources("surrogates", ".tsv").map { source in
      source.file == name
        ? PackSource(file: source.file, bytes: Array("\(line)\n".utf8) + source.bytes) : source
    }
    return SurrogateLists.parse(sources).diagnostics.map(\.description)
  }

  @Test(arguments: [
    ("given_names.tsv", "Maria\tx\teuropean\tdraw", "f, m or n"),
    ("given_names.tsv", "Maria\tf\teuropean", "must be a name"),
    ("given_names.tsv", "Mar-ia\tf\teuropean\tdraw", "ASCII letters"),
    ("surnames.tsv", "Novak\teuropean\tmaybe", "draw or know"),
    ("surnames.tsv", "Novak\t\tdraw", "an origin"), ("places.tsv", "New Town", "one word"),
  ])
  func `a bad line is told with its file and number`(name: String, line: String, message: String)
    throws
  {
    let told = try SurrogateListTests.parse(name, line)
    #expect(told.count == 1 && told[0].hasPrefix("\(name):1:") && told[0].contains(message))
  }

  @Test func `a missing list and a short one are told`() throws {
    let sources = try RedactionSupport.sources("surrogates", ".tsv")
    let short = sources.filter { $0.file != "stems.tsv" }
    #expect(SurrogateLists.parse(short).diagnostics.map(\.file) == ["stems.tsv"])
    let empty = short + [PackSource(file: "surrogates/stems.tsv", bytes: Array("Oakmere\n".utf8))]
    #expect(SurrogateLists.parse(empty).diagnostics.first?.message.contains("too few") == true)
  }

  @Test func `the digest's bytes change with a list`() throws {
    let sources = try RedactionSupport.sources("surrogates", ".tsv")
    var changed = sources
    changed[0].bytes += Array("# more\n".utf8)
    #expect(
      SurrogateLists.parse(sources).lists?.canonical
        != SurrogateLists.parse(changed).lists?.canonical)
  }
}
