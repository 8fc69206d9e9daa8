import Detection
import Documents
import FoundationEssentials
import Patterns
import TestSupport
import Testing

@testable import scrubd

/// Promise 6: the codes of the audit mean something. All that are given stand in the table of `patterns/README.md`.
@Suite struct EvidenceCodesTests {
  /// The codes in the first column of the table.
  private static func documented() throws -> Set<String> {
    let path = "\(SourceTree.root)/patterns/README.md"
    let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex { $0.hasPrefix("## Evidence codes") })
    let section = lines[(start + 1)...].prefix { !$0.hasPrefix("## ") }
    // The first cell of each row, and in it what stands between backticks.
    let cells = section.filter { $0.hasPrefix("| `") }.compactMap { $0.split(separator: "|").first }
    return Set(
      cells.flatMap { cell in
        cell.split(separator: "`").map(String.init).filter { !$0.allSatisfy(\.isWhitespace) }
      })
  }

  @Test func `the packs give no code that the table leaves out`() throws {
    let documented = try EvidenceCodesTests.documented()
    #expect(documented.isSuperset(of: ["pattern", "tagger", "document:alias", "lexicon:surname"]))
    for pattern in try RealPolicy.publication().packs.patterns {
      let unknown = Set(pattern.evidence).subtracting(documented)
      #expect(unknown.isEmpty, "\(pattern.id) gives \(unknown.sorted())")
    }
  }

  @Test(arguments: try Sample.all())
  func `findings in the samples have codes, all of them in the table`(_ sample: Sample) throws {
    guard let document = try? TextDocument(sample.bytes, refusesStructure: false) else { return }
    let documented = try EvidenceCodesTests.documented()
    let explanation = try RealPolicy.publication().detector.explain(document.text)
    for place in explanation.places {
      for proposal in place.proposals {
        #expect(!proposal.evidence.isEmpty, "\(proposal.rule) gives no evidence")
        #expect(Set(proposal.evidence).isSubset(of: documented), "\(proposal.evidence)")
      }
    }
    let findings = explanation.findings
    #expect(findings.allSatisfy { Set($0.evidence).isSubset(of: documented) })
    for finding in findings where finding.rule == "tagger/context" {
      #expect(finding.evidence.first == "tagger")
    }
  }
}
