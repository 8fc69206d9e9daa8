/// What reading a claimed document gave.
package enum ReadResult: Sendable, Hashable {
  /// The whole document, the same before and after it was read.
  case bytes([UInt8])
  case refused(Refusal)
}
