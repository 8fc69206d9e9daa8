import Audit
import Documents
import Redaction
import Spool
import TestSupport
import Testing

@testable import Pipeline

@Suite struct OutputFilesTests {
  private let claim = Claim(id: Bench.id(), name: Array("visit MRN: 12345678.TXT".utf8))

  @Test func `a released document is its text and a report, and the audit has their digests`()
    throws
  {
    let files = try files(of: try verdict(on: SmallPolicy.plain))
    let text = try #require(files.staged.last)
    #expect(text.name == "visit MRN [MRN-1]-\(claim.id.short).txt")
    #expect(
      files.staged.map(\.name) == ["\(text.name).report.json", "\(text.name).report.md", text.name])
    #expect(String(decoding: text.bytes, as: UTF8.self) == "The wound healed well.\nMRN: [MRN-1]\n")
    #expect(files.audited.map(\.kind) == ["text", "report", "report"])
    #expect(files.audited.map(\.size) == files.staged.reversed().map(\.bytes.count))
    #expect(
      files.audited.map(\.digest) == files.staged.reversed().map { AuditDigest(of: $0.bytes) })
  }

  @Test func `a held document has its draft and report, and nothing is told of outputs`() throws {
    let files = try files(of: try verdict(on: SmallPolicy.surfacing))
    #expect(files.staged.map(\.name).dropLast() == ["report.json", "report.md"])
    #expect(files.audited.isEmpty)
    #expect(String(decoding: files.staged[1].bytes, as: UTF8.self).contains("Held"))
  }

  @Test func `a quarantined document has a note alone`() throws {
    let files = try files(of: .quarantined(.timeLimit))
    #expect(files.staged.map(\.name) == ["reason.txt"])
    #expect(files.audited.isEmpty)
  }

  @Test(arguments: ["utf-8", "utf-16", "windows-1252"])
  func `a text goes out in the encoding it came in`(_ encoding: String) throws {
    let text = "Café naïve.\nMRN: 12345678\n"
    let scrubbed = "Café naïve.\nMRN: [MRN-1]\n"
    func encoded(_ text: String) -> [UInt8] {
      switch encoding {
      case "utf-16": [0xff, 0xfe] + text.utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }
      case "windows-1252": text.unicodeScalars.map { UInt8($0.value) }
      default: Array(text.utf8)
      }
    }
    let document = try TextDocument(encoded(text))
    var verdict = Verdict.on(try SmallPolicy.scrub(text), document: document)
    verdict.scrubbed?.redactedName.text = Array("case".utf8)
    #expect(try files(of: verdict).staged.last?.bytes == encoded(scrubbed))
  }

  @Test func `a text that its encoding cannot hold is a reason for quarantine`() throws {
    let document = try TextDocument([0x43, 0x61, 0x66, 0xe9, 0x2e])
    var scrubbed = try SmallPolicy.scrub(SmallPolicy.plain)
    scrubbed.redacted.text = Array("\u{4e2d}".utf8)
    #expect(throws: Reason.unwritable) {
      try files(of: .on(scrubbed, document: document))
    }
  }

  private func files(of verdict: Verdict) throws -> OutputFiles {
    try OutputFiles(verdict, claim, try SmallPolicy.policy())
  }

  private func verdict(on text: String) throws -> Verdict {
    .on(
      try SmallPolicy.scrub(text, stem: "visit MRN: 12345678"),
      document: try TextDocument(Array(text.utf8)))
  }
}
