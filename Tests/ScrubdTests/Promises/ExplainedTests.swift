import Audit
import Documents
import Patterns
import Spool
import TestSupport
import Testing

/// Promise 6: every redaction names its rule, its category, its HIPAA item, its confidence and its evidence.
@Suite struct ExplainedTests {
  @Test func `every finding in the audit of the samples says why`() async throws {
    let findings = try await records().flatMap { $0.findings ?? [] }
    #expect(findings.count > 100)
    for finding in findings {
      #expect(finding.rule.text.contains("/"))
      #expect((1...1000).contains(finding.confidence), "\(finding.rule)")
      #expect(!finding.evidence.isEmpty, "\(finding.rule) gives no evidence")
      #expect(finding.length > 0)
      #expect(finding.rule != "invalid-code")
    }
  }

  @Test func `every tag in the outbox has a finding with its label, and every label a tag`()
    async throws
  {
    let root = try await SampleRun.root()
    let records = try await records()
    for receipt in try root.receipts() where receipt.outcome == "released" {
      let labels = records.filter { $0.document?.text == receipt.document }
        .flatMap { $0.findings ?? [] }.compactMap { $0.label?.description }
      let name = try #require(receipt.files.first { !StagedFile.isReport($0) })
      let text = try root.text(of: "outbox/\(name)")
      let tags = (text + name).matches(of: /\[([A-Z_0-9]+-\d+)\]/).map { String($0.1) }
      #expect(tags.sorted() == labels.sorted())
    }
  }

  @Test func `each document has counts for all 18 items, zeros among them`() async throws {
    let counts = try await records().filter { $0.type == "redacted" }.map(\.counts)
    #expect(!counts.isEmpty)
    for count in counts {
      #expect(Set(count?.keys.map(\.rawValue) ?? []) == Set(HIPAAItem.allCases.map(\.rawValue)))
      #expect(count?.values.contains(0) == true)
    }
  }

  @Test func `the log says under which software and rules the records were made`() async throws {
    let start = try #require(try await records().first { $0.type == "started" })
    #expect(start.profile == "publication")
    #expect(start.packsDigest?.text.count == 64)
    #expect(start.profileDigest?.text.count == 64)
    #expect(start.version != nil && start.lexicon != nil && start.jit != nil)
  }

  private func records() async throws -> [AuditRecord] {
    let root = try await SampleRun.root()
    var records: [AuditRecord] = []
    let unreadable = try AuditReader(folder: root.directory.path(of: "audit")).forEach {
      records.append($0)
      return true
    }
    #expect(unreadable == 0)
    return records
  }
}
