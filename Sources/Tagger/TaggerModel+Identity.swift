extension TaggerModel {
  /// Tells this model from any other: the checksum of its header, which holds the checksum of its weights.
  package var identity: UInt64 {
    let header = layout.header
    return unsafe header.withUnsafeBytes { bytes in unsafe Checksum.of(bytes) }
  }
}
