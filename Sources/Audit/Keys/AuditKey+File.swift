import Glibc
import Syscalls

extension AuditKey {
  /// Reads the key from a file of exactly 32 bytes that nobody but its owner can read.
  ///
  /// A file of root that its group may read passes when scrubd itself is not root: that is how systemd hands over a
  /// credential (its access list shows as the group's mode). PostgreSQL has the same rule for its key files.
  package static func load(_ path: String) throws(AuditError) -> AuditKey {
    let descriptor = try AuditError.naming(path) { () throws(SystemError) in
      try Descriptor(opening: Path(path), [.read, .nonBlocking])
    }
    let file = OpenFile(descriptor, name: path)
    let status = try file.status()
    let isHandedOver = status.owner == 0 && geteuid() != 0
    guard status.mode & (isHandedOver ? 0o037 : 0o077) == 0 else {
      throw .keyIsExposed(path: path)
    }
    let secret = try file.read(at: 0, count: size + 1)
    guard status.kind == .regular, secret.count == size else {
      throw .keyHasWrongSize(path: path)
    }
    return try AuditKey(secret: secret)
  }

  /// Reads the key, or makes a random one where there is none. A crash leaves a whole key or none; of two that make one at
  /// the same time, both get the same.
  package static func loadOrCreate(_ path: String) throws(AuditError) -> AuditKey {
    do { return try load(path) } catch {
      guard case .system(let cause, _) = error, cause.isMissing else { throw error }
    }
    try AuditError.naming(path) { () throws(SystemError) in try create(path) }
    return try load(path)
  }

  private static func create(_ path: String) throws(SystemError) {
    var random = SystemRandomNumberGenerator()
    let secret = (0..<size).map { _ in UInt8.random(in: .min ... .max, using: &random) }
    let (parent, name) = split(path)
    let draft = Path("\(name).\(random.next() as UInt64)")
    let folder = try Folder(opening: Path(parent))
    let file = try folder.open(draft, [.write, .create, .exclusive], mode: 0o600)
    do {
      try file.write(secret)
      try file.sync()
      // This move never replaces a key that someone else made in the meantime.
      try folder.move(draft, to: folder, as: Path(name))
    } catch {
      try folder.remove(draft)
      guard error.isTaken else { throw error }
    }
    try folder.sync()
  }

  private static func split(_ path: String) -> (parent: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let parent = slash == path.startIndex ? "/" : String(path[..<slash])
    return (parent, String(path[path.index(after: slash)...]))
  }
}
