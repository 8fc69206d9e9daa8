import Glibc
import Syscalls

/// A file of secrets of 32 bytes each, for its owner alone.
struct KeyFile {
  private let path: String

  init(_ path: String) { self.path = path }

  /// 32 bytes of the system's generator.
  static func random() -> [UInt8] {
    var random = SystemRandomNumberGenerator()
    return (0..<AuditKey.size).map { _ in UInt8.random(in: .min ... .max, using: &random) }
  }

  /// All secrets, in the order they were made.
  ///
  /// A file of root that its group may read passes when scrubd itself is not root: that is how systemd hands over a
  /// credential (its access list shows as the group's mode). PostgreSQL has the same rule for its key files.
  func secrets() throws(AuditError) -> [UInt8] {
    let descriptor = try AuditError.naming(path) { () throws(SystemError) in
      try Descriptor(opening: Path(path), [.read, .nonBlocking])
    }
    let file = OpenFile(descriptor, name: path)
    let status = try file.status()
    let isHandedOver = status.owner == 0 && geteuid() != 0
    guard status.mode & (isHandedOver ? 0o037 : 0o077) == 0 else {
      throw .keyIsExposed(path: path)
    }
    let most = AuditKey.size * AuditKey.mostSecrets
    let secrets = try file.read(at: 0, count: most + 1)
    guard status.kind == .regular, !secrets.isEmpty, secrets.count <= most,
      secrets.count.isMultiple(of: AuditKey.size)
    else {
      throw .keyHasWrongSize(path: path)
    }
    return secrets
  }

  /// Makes the file with one random secret. A crash leaves a whole file or none; of two that make one at the same time, one
  /// makes it.
  ///
  /// - Returns: false when there was one.
  func create() throws(AuditError) -> Bool {
    try write(KeyFile.random()) { (folder, draft, name) throws(SystemError) in
      do throws(SystemError) {
        // This move never replaces a key that someone else made in the meantime.
        try folder.move(draft, to: folder, as: name)
        return true
      } catch {
        try folder.remove(draft)
        guard error.isTaken else { throw error }
        return false
      }
    }
  }

  /// Puts other secrets in the file's place.
  func replace(with secrets: [UInt8]) throws(AuditError) {
    _ = try write(secrets) { (folder, draft, name) throws(SystemError) in
      try folder.replace(name, with: draft)
      return true
    }
  }

  /// Writes a draft beside the file and has it put in place.
  private func write(
    _ secrets: [UInt8],
    _ putInPlace: (borrowing Folder, _ draft: Path, _ name: Path) throws(SystemError) -> Bool
  ) throws(AuditError) -> Bool {
    try AuditError.naming(path) { () throws(SystemError) in
      let (parent, name) = split
      let draft = Path("\(name).\(UInt64.random(in: .min ... .max))")
      let folder = try Folder(opening: Path(parent), followingLink: true)
      let file = try folder.open(draft, [.write, .create, .exclusive], mode: 0o600)
      try Ownership.match(file, to: folder)
      try file.write(secrets)
      try file.sync()
      let isInPlace = try putInPlace(folder, draft, Path(name))
      try folder.sync()
      return isInPlace
    }
  }

  private var split: (parent: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let parent = slash == path.startIndex ? "/" : String(path[..<slash])
    return (parent, String(path[path.index(after: slash)...]))
  }
}
