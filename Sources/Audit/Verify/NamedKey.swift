import FoundationEssentials

/// The key that a record names: a `rotated` one as the heir, a segment's header as the one in force.
struct NamedKey {
  let key: CheckpointPublicKey

  /// Nil when the line is no such record.
  init?(_ line: ArraySlice<UInt8>) {
    guard let record = try? JSONDecoder().decode(AuditRecord.self, from: Data(line)),
      let key = record.key.flatMap({ CheckpointPublicKey(hex: $0.text.utf8) })
    else { return nil }
    self.key = key
  }
}
