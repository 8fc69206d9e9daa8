import Synchronization
import Syscalls

/// Brings heads to where the administrator wants them.
final class AnchorWriter: Sendable {
  private let anchor: AuditAnchor
  /// The number of the last record that was told.
  private let told = Mutex(0)

  init(_ anchor: AuditAnchor) { self.anchor = anchor }

  /// Tells a head and copies its file. Where another thread is at it, perhaps waiting for a share that does not answer,
  /// this head is left out: the next one vouches for its records too.
  func put(_ head: Head, file bytes: [UInt8]) {
    told.withLockIfAvailable { told in
      guard head.position.seq > told else { return }
      told = head.position.seq
      anchor.tell(AuditHead(seq: head.position.seq, hash: head.position.hash))
      guard let path = anchor.file else { return }
      do throws(AuditError) { try AnchorWriter.replace(path, with: bytes) } catch {
        anchor.failed(error)
      }
    }
  }

  private static func replace(_ path: String, with bytes: [UInt8]) throws(AuditError) {
    try AuditError.naming(path) { () throws(SystemError) in
      let slash = path.lastIndex(of: "/")
      let parent = slash.map { String(path[..<$0]) } ?? "."
      let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
      let folder = try Folder(opening: Path(parent.isEmpty ? "/" : parent), followingLink: true)
      let draft = Path("\(name).new")
      let file = try folder.open(draft, [.write, .create], mode: 0o640)
      try file.truncate(to: 0)
      try file.write(bytes)
      try file.sync()
      try folder.replace(Path(name), with: draft)
      try folder.sync()
    }
  }
}
