import Synchronization
import Syscalls

/// Brings heads to where the administrator wants them. A head is noted as soon as it is written and delivered by whoever asks
/// for it, so that a share that does not answer holds up nobody who has documents to bring to their end.
final class AnchorWriter: Sendable {
  private let anchor: AuditAnchor
  private let noted = Mutex<(head: Head, file: [UInt8])?>(nil)
  private let delivered = Mutex(Delivered())

  private struct Delivered {
    /// The numbers of the last records that were told and copied.
    var told = 0
    var copied = 0
    var isFailing = false
  }

  init(_ anchor: AuditAnchor) { self.anchor = anchor }

  /// Keeps a head, which vouches for all that an older one vouched for.
  ///
  /// - Parameter bytes: its file.
  func note(_ head: Head, file bytes: [UInt8]) {
    noted.withLock { noted in
      guard head.position.seq > noted?.head.position.seq ?? 0 else { return }
      noted = (head, bytes)
    }
  }

  /// Tells the newest head and copies its file, unless that was done. Leaves it to another thread that is at it, perhaps
  /// waiting for a share.
  func deliver() {
    guard let (head, bytes) = noted.withLock({ $0 }) else { return }
    let position = head.position
    delivered.withLockIfAvailable { delivered in
      if position.seq > delivered.told {
        anchor.tell(AuditHead(seq: position.seq, hash: position.hash))
        delivered.told = position.seq
      }
      guard let path = anchor.file, position.seq > delivered.copied else { return }
      do throws(AuditError) {
        try AnchorWriter.replace(path, with: bytes)
        delivered.copied = position.seq
        delivered.isFailing = false
      } catch {
        if !delivered.isFailing { anchor.failed(error) }
        delivered.isFailing = true
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
