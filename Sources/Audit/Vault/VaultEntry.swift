/// One removed value as the vault keeps it. It holds what must be protected: it goes into the vault and comes out of it,
/// and nowhere else.
package struct VaultEntry: Sendable, Hashable {
  /// The tag that stands for it; nil when the operator wrote none.
  package var label: AuditLabel?
  /// Where it stood, in bytes of the decoded text.
  package var start: Int
  /// As the document had it, UTF-8.
  package var value: [UInt8]

  package init(label: AuditLabel?, start: Int, value: [UInt8]) {
    self.label = label
    self.start = start
    self.value = value
  }
}

/// Entries as bytes: each its label, its place and its value, with their lengths before them.
enum VaultPayload {
  static func bytes(_ entries: [VaultEntry]) -> [UInt8] {
    var bytes: [UInt8] = []
    for entry in entries {
      let label = Array((entry.label?.description ?? "").utf8)
      for number in [label.count, entry.start, entry.value.count] {
        bytes += Hex.bytes([UInt64(number)])
      }
      bytes += label + entry.value
    }
    return bytes
  }

  /// Nil when the bytes are not what `bytes` makes.
  static func entries(_ bytes: [UInt8]) -> [VaultEntry]? {
    var rest = bytes[...]
    var entries: [VaultEntry] = []
    while !rest.isEmpty {
      guard let labelCount = number(&rest), let start = number(&rest),
        let valueCount = number(&rest), let label = take(labelCount, &rest),
        let value = take(valueCount, &rest)
      else { return nil }
      let text = String(decoding: label, as: UTF8.self)
      entries.append(VaultEntry(label: AuditLabel(text), start: start, value: Array(value)))
    }
    return entries
  }

  private static func number(_ rest: inout ArraySlice<UInt8>) -> Int? {
    take(8, &rest).flatMap { Int(exactly: Hex.words($0)[0]) }
  }

  private static func take(_ count: Int, _ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard count >= 0, rest.count >= count else { return nil }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }
}
