package import Syscalls

/// Why the audit log cannot be written or trusted. Nothing may be released while it stands.
package enum AuditError: Error, Sendable, Hashable {
  /// A system call failed. `file` is a file of the audit folder or the key's path.
  case system(SystemError, file: String)
  /// The key file can be read or written by others than its owner.
  case keyIsExposed(path: String)
  /// The key file does not hold 32 bytes for each secret.
  case keyHasWrongSize(path: String)
  /// The chain is broken at this line (from 1) of this segment.
  case brokenChain(segment: String, line: Int)
  /// No key signed this line of this segment as the end of what was written.
  case badSignature(segment: String, line: Int)
  /// `head.json` is missing, damaged, or tells of records that are no longer there.
  case headMismatch
  /// `checkpoint.pub` belongs to another audit key.
  case otherKey
  /// Another process has kept its turn to write this log for too long.
  case inUse
  /// An earlier write or sync failed; what is on disk is unknown until the log is opened anew.
  case poisoned
  /// The log was closed.
  case closed
  /// The checkpoint could not be signed.
  case signingFailed
  /// One record would be longer than a line may be.
  case recordTooLong(bytes: Int)
  /// The key file has as many secrets as it may have.
  case tooManyKeys(path: String)
  /// Records are to be kept longer: those before this day may be removed.
  case tooEarly(limit: String)
}

extension AuditError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .system(let cause, let file):
      "\(file): \(cause); check the disk, and the owner and mode of the file"
    case .keyIsExposed(let path):
      "others can read the audit key \(path); run chmod 600 on it and make sure that nobody copied it"
    case .keyHasWrongSize(let path):
      "the audit key \(path) does not hold 32 bytes for each secret; restore it from its backup"
    case .brokenChain(let segment, let line):
      "the audit log is damaged at \(segment) line \(line); run scrubd audit verify, keep a copy of the audit folder "
        + "as evidence, and move it away so that a new log can begin"
    case .badSignature(let segment, let line):
      "the signature at \(segment) line \(line) is nobody's; run scrubd audit verify, keep a copy of the audit folder as "
        + "evidence, and move it away so that a new log can begin"
    case .headMismatch:
      "audit records are missing at the end of the log, or head.json is not the log's; run scrubd audit verify, keep "
        + "a copy of the audit folder as evidence, and move it away so that a new log can begin"
    case .otherKey:
      "checkpoint.pub in the audit folder is not of this audit key; restore that key, restart what still uses an old "
        + "one, or move the audit folder away so that a new log can begin"
    case .inUse:
      "another scrubd has kept this audit log locked; see what it is doing, and try again"
    case .poisoned:
      "an earlier write to the audit log failed; nothing is released until the log is opened again"
    case .closed: "the audit log is closed; nothing can be recorded any more"
    case .signingFailed:
      "the audit checkpoint could not be signed; restore the audit key from its backup"
    case .recordTooLong(let bytes):
      "an audit record of \(bytes) bytes is longer than a line of the log may be"
    case .tooManyKeys(let path):
      "the key file \(path) is full; begin a new log with a new key, and keep this one"
    case .tooEarly(let limit):
      "audit records are kept for six years; only those before \(limit) may be removed"
    }
  }
}
