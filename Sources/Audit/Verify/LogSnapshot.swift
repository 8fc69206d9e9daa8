import Syscalls

/// A log as it was at one moment, between two batches: who reads while somebody writes sees no half of a batch.
struct LogSnapshot: LogSource {
  private let folder: AuditFolder
  private let all: [SegmentName]
  /// Of the last segment, in bytes.
  private let lastSize: Int
  private let files: [String: [UInt8]]

  /// - Throws: `inUse` when a writer keeps its turn for too long.
  init(_ folder: AuditFolder) throws(AuditError) {
    self.folder = folder
    guard let lock = try folder.readersLock() else {
      // A copy of a log, which nobody writes.
      (all, lastSize, files) = try LogSnapshot.look(folder)
      return
    }
    (all, lastSize, files) = try lock.withLock { (_) throws(AuditError) in
      try LogSnapshot.look(folder)
    }
  }

  private static func look(
    _ folder: AuditFolder
  ) throws(AuditError) -> ([SegmentName], Int, [String: [UInt8]]) {
    let segments = try folder.segments()
    var size = 0
    if let last = segments.last { size = try folder.open(last).size() }
    var files: [String: [UInt8]] = [:]
    for name in [Head.fileName, CheckpointPublicKeys.fileName, Tombstone.fileName] {
      files[name] = try folder.read(name)
    }
    return (segments, size, files)
  }

  func segments() -> [SegmentName] { all }

  func read(_ name: String) -> [UInt8]? { files[name] }

  func lines(of segment: SegmentName) throws(AuditError) -> LineReader {
    let file = try folder.open(segment)
    guard segment == all.last else { return LineReader(file) }
    let size = lastSize
    return LineReader { (offset, count) throws(AuditError) in
      try file.read(at: offset, count: max(0, min(count, size - offset)))
    }
  }
}
