/// A YAML file as its bytes: this room opens no files.
package struct PackSource: Sendable, Hashable {
  /// The path shown in messages.
  package var file: String
  package var bytes: [UInt8]

  package init(file: String, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
  }

  /// `contact` of `patterns/contact.yaml`.
  package var baseName: String {
    let last = file.split(separator: "/").last.map(String.init) ?? file
    return last.hasSuffix(".yaml") ? String(last.dropLast(5)) : last
  }
}
