/// A finished file on its way to the outbox.
package struct StagedFile: Sendable, Hashable {
  /// The name it gets in the outbox: one path component of at most 255 bytes, free of identifiers.
  package let name: String
  /// Its whole content.
  package let bytes: [UInt8]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// Whether it is one of the reports that go with a document.
  package var isReport: Bool { StagedFile.isReport(name) }

  /// Whether a name is that of a report: for people (`.md`) or for programs (`.json`). In a folder of its own a report
  /// is called that and nothing else.
  package static func isReport(_ name: String) -> Bool {
    ["report.md", "report.json"].contains { name == $0 || name.hasSuffix(".\($0)") }
  }

  /// Reports first and the document last: who finds the document in the outbox finds its report beside it.
  static func inOrderOfPublication(_ names: [String]) -> [String] {
    let sorted = names.sorted()
    return sorted.filter(isReport) + sorted.filter { !isReport($0) }
  }

  /// Whether a name can stand in a folder, and only there.
  static func isPlain(_ name: some Collection<UInt8>) -> Bool {
    let longest = 255
    return !name.isEmpty && name.count <= longest && !name.contains(0)
      && !name.contains(UInt8(ascii: "/")) && !name.elementsEqual(".".utf8)
      && !name.elementsEqual("..".utf8)
  }
}
