import Syscalls

extension AuditKey {
  /// Reads the secrets from a file of 32 bytes for each that nobody but its owner can read.
  ///
  /// A file of root that its group may read passes when scrubd itself is not root: that is how systemd hands over a
  /// credential (its access list shows as the group's mode). PostgreSQL has the same rule for its key files.
  package static func load(_ path: String) throws(AuditError) -> AuditKey {
    try AuditKey(secret: try KeyFile(path).secrets())
  }

  /// Reads the key, or makes a random one where there is none. A crash leaves a whole key or none; of two that make one at
  /// the same time, both get the same.
  package static func loadOrCreate(_ path: String) throws(AuditError) -> AuditKey {
    do { return try load(path) } catch {
      guard case .system(let cause, _) = error, cause.isMissing else { throw error }
    }
    try create(path)
    return try load(path)
  }

  /// Makes a file with a random secret. Where there is a file already, it is left as it is.
  ///
  /// - Returns: whether it was made.
  @discardableResult
  package static func create(_ path: String) throws(AuditError) -> Bool {
    try KeyFile(path).create()
  }

  /// Adds a new secret to the file, which from then on is the one in force; the old ones stay. A crash leaves the old file
  /// or the new one.
  ///
  /// - Returns: the key with the new secret.
  package static func rotate(_ path: String) throws(AuditError) -> AuditKey {
    let file = KeyFile(path)
    let secrets = try file.secrets()
    guard secrets.count < size * mostSecrets else { throw .tooManyKeys(path: path) }
    try file.replace(with: secrets + KeyFile.random())
    return try load(path)
  }
}
