internal import Syscalls

/// A folder of its own for a test, removed with everything in it when the value goes.
package final class TemporaryDirectory: Sendable {
  /// Its absolute path.
  package let path: String

  private let parent: String
  private let name: String

  /// - Parameter inMemory: for tests that write much and try no power cut; on disk where the system has no such folder.
  package convenience init(inMemory: Bool = false) throws {
    let memory = "/dev/shm"
    try self.init(
      in: inMemory && (try? Folder(opening: Path(memory))) != nil ? memory : "/tmp")
  }

  /// A folder of its own inside `parent`, which must exist.
  package init(in parent: String) throws {
    self.parent = parent
    name = "scrubd-test-\(String(UInt64.random(in: 0...UInt64.max), radix: 36))"
    path = "\(parent)/\(name)"
    try Folder.make(Path(path), mode: 0o700)
  }

  deinit {
    do {
      let folder = try Folder(opening: Path(path))
      try TemporaryDirectory.removeAll(in: folder)
      let parent = try Folder(opening: Path(parent))
      try parent.removeFolder(Path(name))
    } catch {
      // What cannot be removed is left to the system's own cleaning.
    }
  }

  /// The path of something in it.
  package func path(of relative: String) -> String { "\(path)/\(relative)" }

  /// Makes a folder; the one it lies in must exist.
  package func makeFolder(_ relative: String) throws {
    try Folder.make(Path(path(of: relative)), mode: 0o700)
  }

  /// Writes a file, replacing one that is there.
  package func write(_ text: String, to relative: String) throws {
    let file = try Descriptor(opening: Path(path(of: relative)), [.write, .create])
    try file.truncate(to: 0)
    try file.write(Array(text.utf8))
  }

  /// The text of a file; nil when there is none.
  package func text(of relative: String) throws -> String? {
    let folder = try Folder(opening: Path(path))
    guard try folder.status(of: Path(relative)) != nil else { return nil }
    let file = try folder.open(Path(relative), [.read, .noFollow])
    let bytes = try file.readToEnd(expecting: file.status().size, limit: .max - 1)
    return bytes.map { String(decoding: $0, as: UTF8.self) }
  }

  /// The names in a folder of it, in byte order; the folder itself by default.
  package func names(in relative: String = ".") throws -> [String] {
    let folder = try Folder(opening: Path(path(of: relative)))
    return try folder.names().map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  private static func removeAll(in folder: borrowing Folder) throws {
    for name in try folder.names() {
      if try folder.status(of: name)?.kind == .folder {
        let inner = try folder.folder(name)
        try removeAll(in: inner)
        try folder.removeFolder(name)
      } else {
        try folder.remove(name)
      }
    }
  }
}
