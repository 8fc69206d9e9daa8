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

  /// The ending of the note that goes with a document.
  static let reportSuffix = ".report.md"

  /// Whether it is the note that goes with a document into the outbox.
  package var isReport: Bool { name.hasSuffix(StagedFile.reportSuffix) }

  /// Reports first and the document last: who finds the document in the outbox finds its report beside it.
  static func inOrderOfPublication(_ names: [String]) -> [String] {
    let sorted = names.sorted()
    return sorted.filter { $0.hasSuffix(reportSuffix) }
      + sorted.filter { !$0.hasSuffix(reportSuffix) }
  }

  /// Whether a name can stand in a folder, and only there.
  static func isPlain(_ name: some Collection<UInt8>) -> Bool {
    let longest = 255
    return !name.isEmpty && name.count <= longest && !name.contains(0)
      && !name.contains(UInt8(ascii: "/")) && !name.elementsEqual(".".utf8)
      && !name.elementsEqual("..".utf8)
  }
}
