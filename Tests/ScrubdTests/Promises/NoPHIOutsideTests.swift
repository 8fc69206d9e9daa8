import Audit
import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// Promise 4: no PHI outside the protected zone, by whatever way something could get there.
@Suite struct NoPHIOutsideTests {
  @Test func `what was planted in texts and file names is nowhere outside`() async throws {
    let root = try ScrubdRoot()
    let notes = PlantedNote.notes(24, seed: 3)
    for note in notes { try root.drop(note.text, named: note.fileName) }
    // Documents that are refused have names as well.
    let refused = ["Okonkwo 48291034.pdf", "Wasilewski.gif"]
    try root.drop("%PDF-1.7", named: refused[0])
    try root.drop("GIF89a", named: refused[1])
    try root.directory.makeFolder("inbox/Papadakis Philippa")
    let daemon = try await root.start(["SCRUBD_LOG_LEVEL": "trace"])
    try await root.waitForReceipts(notes.count + 3)
    daemon.send(SIGTERM)
    let end = try await daemon.end()
    let planted = Set(notes.flatMap(\.planted) + ["48291034", "Papadakis"])
    expectNone(of: planted, in: end.errors, "the journal")
    expectNone(of: planted, in: end.output, "standard output")
    try expectNone(of: planted, in: root, folders: ["outbox", "audit"])
    #expect(try root.receipts().filter { $0.outcome == "released" }.count == notes.count)
  }

  @Test(arguments: SampleIdentifiers.all)
  func `no identifier of a sample is anywhere outside`(_ identifiers: SampleIdentifiers)
    async throws
  {
    let root = try await SampleRun.root()
    let receipt = try #require(
      try root.receipts().first { $0.name.text == identifiers.sample })
    let planted = Set(identifiers.values)
    for name in receipt.files where receipt.outcome == "released" {
      expectNone(of: planted, in: name, "a name in the outbox")
      expectNone(of: planted, in: try root.text(of: "outbox/\(name)"), "the outbox")
    }
    // A few digits stand in some keyed digest by chance.
    let telling = planted.filter { $0.utf8.count >= 7 || $0.contains { !$0.isHexDigit } }
    for line in try root.auditLines() { expectNone(of: telling, in: line, "the audit log") }
  }

  @Test func `everything outside the shared folders is for the service alone`() async throws {
    let root = try await SampleRun.root()
    for folder in ["work", "hold", "quarantine", "receipts", "originals", "keys"] {
      let attributes = try FileManager.default.attributesOfItem(
        atPath: root.directory.path(of: folder))
      let mode = try #require(attributes[.posixPermissions] as? Int)
      #expect(mode & 0o007 == 0, "\(folder) is open to everybody")
      if folder != "keys" { #expect(mode & 0o070 == 0, "\(folder) is open to the group") }
    }
  }

  private func expectNone(of planted: Set<String>, in root: ScrubdRoot, folders: [String]) throws {
    for folder in folders {
      for name in try root.names(in: folder) {
        expectNone(of: planted, in: name, "a name in \(folder)")
        expectNone(of: planted, in: try root.text(of: "\(folder)/\(name)"), folder)
      }
    }
  }

  private func expectNone(of planted: Set<String>, in text: String, _ place: String) {
    let folded = text.lowercased()
    for value in planted where folded.contains(value.lowercased()) {
      Issue.record("\(value) stands in \(place)")
    }
  }
}
