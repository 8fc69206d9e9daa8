/// Where in a file something stands that keeps it from being read.
package struct Place: Sendable, Hashable {
  /// In bytes: of the file, or of its UTF-8 text where the bytes could be decoded.
  package let offset: Int
  /// From 1, as an editor counts.
  package let line: Int

  /// - Parameters:
  ///   - offset: in bytes of `bytes`.
  ///   - bytes: what the offset counts in.
  init(offset: Int, in bytes: [UInt8]) {
    self.offset = offset
    line = 1 + bytes[..<offset].count { $0 == 0x0a }
  }
}
