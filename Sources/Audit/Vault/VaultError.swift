package import Syscalls

/// Why the vault did not do what it was asked. It names a document by its id, and never a value.
package enum VaultError: Error, Sendable, Hashable, CustomStringConvertible {
  /// A system call failed on a file of the vault.
  case system(SystemError, file: String)
  /// The key is missing, exposed or damaged.
  case key(AuditError)
  /// What was asked for could not be put on record, so it was not done.
  case unrecorded(AuditError)
  /// The document's key was destroyed, or nothing of the document was ever kept.
  case noKey
  /// Nothing is kept under that label.
  case notThere
  /// The values are kept under another vault key, or a file of the vault was changed.
  case refused
  /// The document already has values in the vault, others than these.
  case taken

  package var description: String {
    switch self {
    case .system(let cause, let file):
      "\(file): \(cause); check the disk, and the owner and mode of the file"
    case .key(let error): "\(error)"
    case .unrecorded(let error):
      "this could not be put on record, so it was not done: \(error)"
    case .noKey:
      "the vault has no key for this document: it was destroyed, or the vault was off when the document came"
    case .notThere: "the vault has no value under this label; see the tags in the draft"
    case .refused:
      "the vault does not open with this key, or its file was changed; restore the vault key from its backup"
    case .taken: "the vault already has other values of this document; they were left as they are"
    }
  }
}
