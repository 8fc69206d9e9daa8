internal import Glibc

extension Descriptor {
  /// Writes all bytes, however many calls it takes.
  package func write(_ bytes: [UInt8]) throws(SystemError) {
    var written = 0
    while written < bytes.count {
      let rest = bytes[written...]
      written += try checked("write") {
        unsafe rest.withUnsafeBytes { unsafe Glibc.write(number, $0.baseAddress, $0.count) }
      }
    }
  }

  /// Reads from here to the end of the file.
  ///
  /// - Parameters:
  ///   - expected: the likely number of bytes.
  ///   - limit: the most bytes to return.
  /// - Returns: the bytes, or nil when there are more than `limit`.
  package func readToEnd(expecting expected: Int, limit: Int) throws(SystemError) -> [UInt8]? {
    // One byte more than expected, so that the end is seen without growing.
    var bytes = [UInt8](repeating: 0, count: min(max(expected, 0), limit) + 1)
    var filled = 0
    while true {
      let count = try read(into: &bytes, from: filled)
      if count == 0 { break }
      filled += count
      if filled > limit { return nil }
      if filled == bytes.count {
        bytes.append(contentsOf: repeatElement(0, count: min(filled, limit + 1 - filled)))
      }
    }
    bytes.removeLast(bytes.count - filled)
    return bytes
  }

  /// Reads once, into the buffer from an index to its end.
  ///
  /// - Returns: the number of bytes read, 0 at the end of the file.
  package func read(into buffer: inout [UInt8], from start: Int) throws(SystemError) -> Int {
    try checked("read") {
      unsafe buffer[start...].withUnsafeMutableBytes {
        unsafe Glibc.read(number, $0.baseAddress, $0.count)
      }
    }
  }

  /// Reads at an offset, without moving on.
  ///
  /// - Returns: `count` bytes, fewer at the end of the file.
  package func read(_ count: Int, at offset: Int) throws(SystemError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let more = try checked("pread") {
        unsafe bytes[filled...].withUnsafeMutableBytes {
          unsafe pread(number, $0.baseAddress, $0.count, offset + filled)
        }
      }
      if more == 0 { break }
      filled += more
    }
    bytes.removeLast(count - filled)
    return bytes
  }
}
