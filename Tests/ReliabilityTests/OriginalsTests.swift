import Audit
import Documents
import FoundationEssentials
import TestSupport
import Testing

/// What becomes of originals, with the real binary.
@Suite struct OriginalsTests {
  /// An id of a document that arrived so many days ago.
  private static func id(days: Int) -> String {
    var generator = SeededGenerator(seed: UInt64(days))
    let now = UInt64(Date.now.timeIntervalSince1970 * 1000)
    return DocumentID(milliseconds: now - UInt64(days) * 86_400_000, using: &generator).text
  }

  @Test func `originals whose time is over are removed, each on record, and nothing else is`()
    async throws
  {
    let root = try ScrubdRoot()
    #expect(try await root.runOnce().exitCode == 0)
    let (old, older, young) = (
      OriginalsTests.id(days: 31), OriginalsTests.id(days: 400), OriginalsTests.id(days: 29)
    )
    for name in [old, older, young, "not a document"] {
      try root.directory.write("x", to: "originals/\(name)")
    }
    let run = try await root.runOnce([], ["SCRUBD_ORIGINALS_DAYS": "30"])
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.errors.contains("removed 2 originals"))
    #expect(try root.names(in: "originals") == [young, "not a document"].sorted())
    let expired = try expiredOnRecord(root)
    #expect(expired == [older, old])
    try await root.expectWholeAudit()
  }

  @Test func `without a time set none is removed`() async throws {
    let root = try ScrubdRoot()
    #expect(try await root.runOnce().exitCode == 0)
    let old = OriginalsTests.id(days: 4000)
    try root.directory.write("x", to: "originals/\(old)")
    #expect(try await root.runOnce().exitCode == 0)
    #expect(try root.names(in: "originals") == [old])
    #expect(try expiredOnRecord(root).isEmpty)
  }

  @Test func `deleted originals are gone and kept ones are for the service alone`() async throws {
    for policy in ["delete", "keep"] {
      let root = try ScrubdRoot()
      try root.drop("Phone (217) 555-0111.\n", named: "case.txt")
      #expect(try await root.runOnce([], ["SCRUBD_ORIGINALS": policy]).exitCode == 0)
      let names = try root.names(in: "originals")
      #expect(names.count == (policy == "keep" ? 1 : 0))
      for name in names {
        let path = root.directory.path(of: "originals/\(name)")
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
        #expect(mode as? Int == 0o600)
      }
    }
  }

  private func expiredOnRecord(_ root: ScrubdRoot) throws -> [String] {
    var documents: [String] = []
    try AuditReader(folder: root.directory.path(of: "audit")).forEach(
      AuditFilter(types: ["expired"])
    ) { record in
      if let id = record.document { documents.append(id.text) }
      return true
    }
    return documents
  }
}
