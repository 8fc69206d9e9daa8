import Lexicons
import Testing

/// Lists of a few invented lines: what the compiler makes of them.
@Suite struct CompilerTests {
  static let names = [
    "surnames", "given_names", "english_words", "us_places", "world_cities", "local_places",
    "us_states", "countries", "medical_words", "drugs", "genes", "eponyms", "devices",
    "abbreviations", "professions", "hospital_systems", "organizations", "titles_credentials",
    "context",
  ]

  /// All lists empty, save those given.
  static func lists(_ filled: [String: String]) -> [NamedList] {
    names.map { NamedList(name: "\($0).tsv", bytes: Array("# source\n\(filled[$0] ?? "")".utf8)) }
  }

  private func lexicon(_ filled: [String: String]) throws -> Lexicon {
    try Lexicon(bytes: LexiconCompiler.compile(lists: Self.lists(filled)).bytes)
  }

  @Test(arguments: [
    (1, 1), (199, 1), (200, 2), (400, 3), (800, 4), (12_799, 7), (12_800, 8), (204_800, 12),
    (1_638_400, 15), (99_000_000, 15),
  ])
  func `bearers are binned by doubling`(count: Int, weight: Int) throws {
    let facts = try lexicon(["surnames": "zzorn\t\(count)"]).facts(of: "Zzorn")
    #expect(facts.weight(.surname) == weight)
  }

  @Test(arguments: [
    ("10\tl\t29341082\t2583249", 13, 2, 15), ("20\tb\t7214\t9131", 7, 9, 13),
    ("80\tb\t173\t941", 4, 13, 1), ("0\tu\t8\t79", 2, 14, 0), ("35\tl\t0\t0", 0, 0, 10),
    ("35\tu\t0\t0", 0, 15, 0), ("70\tb\t0\t0", 0, 8, 3), ("10\tl\t4\t0", 2, 0, 15),
    ("10\tl\t3\t0", 1, 0, 15),
  ])
  func `English words are binned by use, capitals and list`(
    fields: String, english: Int, share: Int, dictionary: Int
  ) throws {
    let facts = try lexicon(["english_words": "zzorn\t\(fields)"]).facts(of: "zzorn")
    #expect(facts.weight(.english) == english)
    #expect(facts.weight(.titleShare) == share)
    #expect(facts.weight(.dictionary) == dictionary)
  }

  @Test(arguments: [
    (0, 1), (999, 1), (1000, 2), (8000, 5), (64_000, 8), (512_000, 11), (8_192_000, 15),
  ])
  func `places are binned by doubling`(population: Int, weight: Int) throws {
    let facts = try lexicon(["local_places": "Zzorn\t\(population)"]).facts(of: "zzorn")
    #expect(facts.weight(.place) == weight)
  }

  @Test func `the largest place of a name counts, and lists add up`() throws {
    let facts = try lexicon([
      "us_places": "Zzorn\tcity\tOH\t900\nZzorn\tcity\tTX\t70000",
      "surnames": "zzorn\t900", "context": "zzorn\tplaceHead,heading\nZZORN\tunit",
    ]).facts(of: "Zzorn")
    #expect(facts.weight(.place) == 8)
    #expect(facts.weight(.surname) == 4)
    #expect([.placeHead, .heading, .unit].allSatisfy(facts.has))
  }

  @Test func `a line of context overrides the rule that takes a class away`() throws {
    let lists = ["drugs": "zzorn\tbrand", "given_names": "zzorn\t5000"]
    #expect(try !lexicon(lists).facts(of: "zzorn").has(.drug))
    let stated = lists.merging(["context": "Zzorn\tdrug"]) { $1 }
    #expect(try lexicon(stated).facts(of: "zzorn").has(.drug))
  }

  @Test(arguments: [
    ("surnames", "zzorn", 2), ("surnames", "zzorn\tmany", 2), ("surnames", "--\t5", 2),
    ("context", "zzorn\tnoSuchClass", 2), ("context", "zzorn\tphraseStart", 2),
    ("context", "# remark\nzzorn\t", 3), ("drugs", "zzorn\tother", 2),
    ("english_words", "zzorn\t10\tx\t1\t1", 2), ("us_places", "zzorn\tlake\tOH\t1", 2),
    ("us_states", "zzorn\tZZ", 2), ("titles_credentials", "zzorn\tother", 2),
  ])
  func `a line without sense is left out with a warning that names it`(
    list: String, content: String, line: Int
  ) throws {
    let compiled = try LexiconCompiler.compile(lists: Self.lists([list: content]))
    #expect(compiled.warnings.map(\.line) == [line])
    #expect(compiled.warnings.first?.description.hasPrefix("\(list).tsv:\(line): ") == true)
    #expect(compiled.entryCount == 0)
  }

  @Test func `a missing list is an error, an unknown one a warning`() throws {
    let some = Self.lists([:]).filter { $0.name != "drugs.tsv" }
    #expect(throws: LexiconCompileError.missing(["drugs.tsv"])) {
      try LexiconCompiler.compile(lists: some)
    }
    let more = Self.lists([:]) + [NamedList(name: "surnams.tsv", bytes: [])]
    #expect(try LexiconCompiler.compile(lists: more).warnings.map(\.list) == ["surnams.tsv"])
  }

  @Test func `the same lists give the same bytes in any order`() throws {
    let lists = Self.lists([
      "surnames": (0..<500).map { "zz\($0)a\t\($0 * 37 + 1)" }.joined(separator: "\n"),
      "context": "zz1a b\theading\nzz2a\tunit",
    ])
    let first = try LexiconCompiler.compile(lists: lists)
    let second = try LexiconCompiler.compile(lists: lists.reversed())
    #expect(first.bytes == second.bytes)
  }

  @Test func `a changed list changes the digest`() throws {
    let lists = Self.lists(["surnames": "zzorn\t500"])
    let lexicon = try Lexicon(bytes: LexiconCompiler.compile(lists: lists).bytes)
    #expect(lexicon.sourceDigest == LexiconCompiler.digest(of: lists.reversed()))
    let edited = Self.lists(["surnames": "zzorn\t501"])
    #expect(lexicon.sourceDigest != LexiconCompiler.digest(of: edited))
    let moved = Self.lists(["given_names": "zzorn\t500"])
    #expect(lexicon.sourceDigest != LexiconCompiler.digest(of: moved))
  }

  @Test func `lines may end in CR LF and hold accents`() throws {
    let lexicon = try lexicon(["surnames": "Žžørn\t900\r\nO'Zzorn\t900\r\n"])
    #expect(lexicon.facts(of: "zzorn").weight(.surname) == 4)
    #expect(lexicon.facts(of: "OZZORN").weight(.surname) == 4)
  }
}
