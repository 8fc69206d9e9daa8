package import Documents
package import Syscalls

/// What can go wrong with the folders. No case can carry a file name of the inbox or the outbox.
package enum SpoolError: Error, Sendable, Hashable {
  /// Another process works on this root.
  case alreadyRunning(pid: Int32?)
  /// A folder of the spool cannot be made or opened.
  case folder(SpoolFolder?, SystemError)
  /// A folder of the spool is a mount of its own, so files cannot be moved into it in one step.
  case otherFileSystem(SpoolFolder)
  /// A system call failed during a step of a document.
  case system(DocumentID, step: Step, SystemError)
  /// An entry of the inbox cannot be moved: it is somebody's folder, a mount, or made immutable. It stays where it is;
  /// nothing is wrong with the spool. The inode number (0 where unknown) lets an administrator find it.
  case notClaimable(DocumentID, inode: UInt64, SystemError)
  /// It is released and its receipt filed, and what is left of it in `work/` cannot be disposed of.
  case notTidied(DocumentID, SystemError)
  /// The outbox already holds another file of this document's name.
  case nameTaken(DocumentID)
  /// A staged file's name is empty, too long, or no plain file name.
  case badName(DocumentID)
  /// Nothing was staged, or the original is no regular file: it cannot be released.
  case notReleasable(DocumentID)
  /// Part of the document is visible already under this outcome.
  case alreadyDecided(DocumentID, Outcome)
  /// `work/<id>` does not exist, and no receipt says that the document was finished.
  case unknownDocument(DocumentID)
  /// A claim or receipt written by the spool cannot be read back.
  case damaged(DocumentID)
  /// The inbox cannot be watched.
  case watch(SystemError)

  /// Whether the machine fails, and not this document or entry: then all others would fail as well.
  package var isOfMachine: Bool {
    switch self {
    case .alreadyRunning, .folder, .otherFileSystem, .watch: true
    case .system(_, .claim, _): true
    // All that is written there is the service's own: it is the folder that refuses.
    case .system(_, .stage, let error), .system(_, .publish, let error):
      error.isOfMachine || error.isForbidden || error.isOtherFileSystem
    case .system(_, _, let error): error.isOfMachine
    case .notClaimable, .notTidied, .nameTaken, .badName, .notReleasable, .alreadyDecided,
      .unknownDocument,
      .damaged:
      false
    }
  }

  /// The step during which a system call failed.
  package enum Step: String, Sendable, Hashable {
    case claim, read, stage, publish, recover
    case setAside = "setting aside"
  }
}

extension SpoolError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .alreadyRunning(let pid):
      let who = pid.map { "process \($0)" } ?? "another process"
      return "\(who) already works on this root; stop it first, or choose another --root"
    case .folder(let folder, let error):
      let which = folder.map { "the folder \($0.rawValue)" } ?? "the root folder"
      return "cannot use \(which): \(error); check that it is a folder owned by the service"
    case .otherFileSystem(let folder):
      return "the folder \(folder.rawValue) is on another file system or mount than the root; "
        + "keep all folders of the spool on one, or move the whole root"
    case .system(let id, let step, let error):
      return "document \(id): \(step.rawValue) failed: \(error)"
    case .notClaimable(_, let inode, let error):
      return
        "an entry of the inbox cannot be taken up: \(error); find it with find -inum \(inode), and change its "
        + "owner or mode or move it away"
    case .notTidied(let id, let error):
      return
        "document \(id): it is released, but what is left of it in work/\(id) cannot be removed: \(error); "
        + "look what keeps it there"
    case .nameTaken(let id):
      return "document \(id): the outbox holds another file of the same name; move that file away"
    case .badName(let id):
      return "document \(id): a file name is empty, too long or holds a slash"
    case .notReleasable(let id):
      return "document \(id): nothing is staged to release, or the original is no regular file"
    case .alreadyDecided(let id, let outcome):
      return "document \(id): part of it is already \(outcome.rawValue); publish it as that again"
    case .unknownDocument(let id):
      return "document \(id): no such document in work, and no receipt of it"
    case .damaged(let id):
      return "document \(id): its claim or receipt cannot be read; "
        + "look into work/\(id) and move it to quarantine by hand"
    case .watch(let error):
      return "cannot watch the inbox: \(error); "
        + "raise fs.inotify.max_user_instances and max_user_watches if they are used up"
    }
  }
}
