import Syscalls

/// What is piped into a command.
enum StandardInput {
  /// - Returns: all of it; nil when there are more than `limit` bytes.
  static func read(limit: Int) throws -> [UInt8]? {
    let descriptor = try Descriptor(opening: Path("/dev/stdin"), .read)
    return try descriptor.readToEnd(expecting: 1 << 16, limit: limit)
  }
}
