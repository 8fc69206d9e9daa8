import Documents
import TestSupport
import Testing

/// File names: nothing but the receipt says under which name a document came.
@Suite struct OutputNameTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let becomes: String
    var testDescription: String { name }
  }

  static let rows = [
    Row(name: "Halvorsen case final.txt", becomes: "[NAME-1] case final-"),
    Row(name: "Gregor Halvorsen.txt", becomes: "document-"),
    Row(name: "Halvorsen, Gregor (2).txt", becomes: ""),
    Row(name: "MRN 30418827.txt", becomes: ""),
  ]

  @Test(arguments: rows)
  func `a file's name is scrubbed, and one that is all identifiers says nothing`(_ row: Row) throws
  {
    let root = try ScrubdRoot()
    let text = "Patient: Gregor Halvorsen\nMRN: 30418827\nMr. Halvorsen slept well.\n"
    try root.drop(text, named: row.name)
    let bench = try DiskBench(root)
    #expect(try bench.process(row.name, as: DiskBench.id(1)) == .released)
    let names = try root.names(in: "outbox")
    #expect(names.count == 3)
    for name in names {
      #expect(name.hasPrefix(row.becomes))
      #expect(name.contains(DiskBench.id(1).short))
      #expect(!name.contains("Halvorsen") && !name.contains("30418827"))
    }
    #expect(try root.receipts().first?.name.text == row.name)
    let elsewhere = try root.auditLines() + names.map { try root.text(of: "outbox/\($0)") }
    #expect(!elsewhere.contains { $0.contains("Halvorsen") })
  }
}
