/// Reads a segment line by line in bounded memory.
struct LineReader {
  /// At most `count` bytes from `offset` on; fewer only at the end.
  typealias Source = (_ offset: Int, _ count: Int) throws(AuditError) -> [UInt8]

  private let read: Source
  private var buffer: [UInt8] = []
  private var start = 0
  private var offset = 0
  private var isAtEnd = false

  private static let chunk = 1 << 16

  /// A line and where it begins in the file.
  struct Line {
    /// Without its line feed.
    var bytes: ArraySlice<UInt8>
    /// Of the first byte, in the file.
    var offset: Int
    /// False for a last line without a line feed, and for one that is longer than any the log writes.
    var isWhole: Bool
  }

  /// - Parameter offset: where a line begins, in bytes.
  init(_ source: @escaping Source, from offset: Int = 0) {
    read = source
    self.offset = offset
  }

  init(_ file: OpenFile, from offset: Int = 0) {
    self.init(
      { (offset, count) throws(AuditError) in try file.read(at: offset, count: count) },
      from: offset)
  }

  /// The next line; nil at the end. An overlong line comes as its first `RecordEncoder.longestLine` bytes, not whole, and
  /// the rest of it follows as further lines.
  mutating func next() throws(AuditError) -> Line? {
    var searched = start
    while true {
      if let feed = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        return take(feed, isWhole: true)
      }
      searched = buffer.count
      if isAtEnd || buffer.count - start > RecordEncoder.longestLine {
        return start < buffer.count ? take(buffer.count, isWhole: false) : nil
      }
      try fill(&searched)
    }
  }

  private mutating func take(_ end: Int, isWhole: Bool) -> Line {
    defer { start = min(end + 1, buffer.count) }
    return Line(bytes: buffer[start..<end], offset: offset - buffer.count + start, isWhole: isWhole)
  }

  private mutating func fill(_ searched: inout Int) throws(AuditError) {
    buffer.removeFirst(start)
    searched -= start
    start = 0
    let bytes = try read(offset, LineReader.chunk)
    offset += bytes.count
    isAtEnd = bytes.isEmpty
    buffer.append(contentsOf: bytes)
  }
}
