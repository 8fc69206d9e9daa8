import Evaluation
import TestSupport
import Testing

@testable import scrubd

/// What the shipped packs, word lists, model and profile find in the tree's own corpora must not get worse.
@Suite struct AccuracyGateTests {
  private static let gateFile = "\(SourceTree.root)/corpora/gate.tsv"

  private static let gates = Result<[AccuracyGate], any Error> {
    try AccuracyGate.parse(String(decoding: try Files.read(gateFile), as: UTF8.self))
  }

  @Test func `corpora that no training sees have figures to keep`() throws {
    let corpora = try AccuracyGateTests.gates.get().map(\.corpus)
    #expect(Set(corpora).isSuperset(of: ["writeups_dev", "outis_base"]))
  }

  @Test(arguments: (try? gates.get()) ?? []) func `no figure falls below the gate`(
    _ gate: AccuracyGate
  ) throws {
    let folder = "corpora/\(gate.corpus)"
    let corpora = try AnnotatedCorpus.all(in: ["\(SourceTree.root)/\(folder)"])
    let corpus = try #require(corpora.first)
    let measured = try Measurement(try RealPolicy.publication())
      .score(corpus, ScoringOptions(requiredOnly: true)).score
    #expect(measured.badGoldOffsets == 0)
    #expect(measured.unknownFiles == [])
    let shortfalls = gate.shortfalls(of: measured)
    #expect(
      shortfalls.isEmpty,
      """
      \(gate.corpus) got worse: \(shortfalls.joined(separator: "; ")).
      To see what is missed and what is taken without need:
        scrubd evaluate \(folder) --misses 40 --false-positives 40
      The figures to keep are in corpora/gate.tsv; docs/ACCURACY.md says how to set them.
      """)
  }
}
