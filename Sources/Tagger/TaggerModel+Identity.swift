internal import Syscalls

extension TaggerModel {
  /// Tells this model from any other: the checksum of its header, which holds the checksum of its weights.
  package var identity: UInt64 {
    Checksum.of(layout.header)
  }
}
