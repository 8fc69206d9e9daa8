internal import Documents
internal import Syscalls

/// The spool on disk. Nothing else in the service touches documents there, and it never looks at their content.
///
/// # The way of a document, and why a kill between any two steps loses nothing
///
/// Every step below is one system call that either happened or did not. Work on a document begins in `work/<id>/`,
/// which nobody but the service can enter.
///
/// 1. `folderMade`, `nameNoted`: `work/<id>/claim.json` says under which name the file came. Killed up to here, the
///    file still lies in the inbox: the folder without an original is removed at start.
/// 2. `originalMoved`: the entry is renamed to `work/<id>/original`, never over anything. From now on the inbox does
///    not have it and the folder knows its name: at start it is returned by `unfinished()`. Only now is it looked at,
///    without being followed or waited for, so that what is judged is what was taken.
/// 3. `fileStaged`: finished files are written to `work/<id>/staged/`. Killed, they are thrown away and made again.
/// 4. `decided`: `work/<id>/receipt.json` appears, whole, with the outcome and the names of the files that belong to
///    it. It is the promise that binds a later start: the outcome is carried out as it stands, even if the policy has
///    changed meanwhile and would give other bytes. Only while no file has moved may it be taken back.
/// 5. `filePublished`: each file is renamed, never over another, the document last: into the outbox, or beside the
///    original when the document is held or quarantined. A file the receipt names and `staged/` lacks has been moved; it
///    is not missed if somebody has collected it.
/// 6. `receiptFiled`: the receipt is renamed to `receipts/<id>.json`, and outbox and receipts are synced.
/// 7. `originalDisposed`: renamed to `originals/<id>` or removed, after the scrubbed copy is durable in the outbox.
/// 8. `finished`: the rest of `work/<id>` is removed. For a document held or quarantined, 7 does not happen and this step
///    is one rename of the whole folder into `hold/` or `quarantine/`, so that people see it with all that belongs to it.
///
/// At start, a folder with a receipt, in itself or filed, is continued at 5; one without, but with an original, is an
/// unfinished claim; one with neither is removed. One that cannot be continued (its receipt is damaged, the outbox has
/// another file of the name) is returned like a claim, for the caller to set aside: receipts that bind it are renamed
/// within its folder, which makes it a claim at 3 again, and it is decided anew, for quarantine. So every entry is at each moment in exactly one place from which the
/// next start goes on, and all steps from 5 on find out by themselves whether they were done.
///
/// A power cut can also undo steps, the latest first (renames are atomic and ordered on journaling file systems). A sync
/// costs a millisecond, so there is one only where a step undone would break a promise: the note's content before the
/// original moves to it; claim and staged files before the caller writes its audit record; the receipt before anything
/// is visible; outbox and receipts before the original goes; hold and quarantine at their end. The cleaning after 6 is
/// not synced: what comes back of it is cleaned again at the next start. That the claim is on disk, the inbox's part of it
/// included, is seen to once: by `stage`, which every document goes through before it is decided, or by `setAside`.
///
/// Calls for different documents may come from many threads. The folders all documents go through (inbox, `work`, outbox,
/// receipts) are synced once for all who wait (`SharedSync`): a sync that begins after a change covers it, whoever
/// makes it, so each document's own order stays as it is written here.
package final class DirectorySpool: DocumentSpool {
  /// A step after which a process can be killed; see the argument above.
  enum Step: String, Sendable, Hashable, CaseIterable {
    case folderMade, nameNoted, originalMoved, fileStaged, decided, filePublished, receiptFiled
    case originalDisposed, finished
    case heldTaken, decisionTaken, reopened, decisionRefused
  }

  let folders: SpoolFolders
  let policy: OriginalsPolicy
  private let lock: RootLock
  private let afterStep: @Sendable (Step) throws(SystemError) -> Void

  /// Opens the spool, making what folders are missing, and keeps others off it for as long as it lives.
  ///
  /// - Parameters:
  ///   - root: the folder that holds all others; its parent must exist.
  ///   - policy: what becomes of the originals of released documents.
  package convenience init(root: String, policy: OriginalsPolicy) throws(SpoolError) {
    try self.init(root: root, policy: policy) { (_) throws(SystemError) in }
  }

  /// - Parameter afterStep: called after each step that changed the disk; an error it throws ends the call there and
  ///   then, as a kill would.
  init(
    root: String, policy: OriginalsPolicy,
    afterStep: @escaping @Sendable (Step) throws(SystemError) -> Void
  ) throws(SpoolError) {
    let folder = try SpoolFolders.openRoot(root)
    lock = try RootLock(in: folder)
    folders = try SpoolFolders.prepared(in: folder)
    self.policy = policy
    self.afterStep = afterStep
  }

  /// Whether a process works on this root at the moment.
  package static func isInUse(root: String) -> Bool {
    guard let folder = try? Folder(opening: Path(root), followingLink: true) else { return false }
    return RootLock.isTaken(in: folder)
  }

  /// Bytes the service could still write; a spool short of room should claim nothing more.
  package func freeBytes() throws(SpoolError) -> Int {
    do { return try folders.work.freeBytes() } catch { throw .folder(.work, error) }
  }

  func reached(_ step: Step) throws(SystemError) { try afterStep(step) }

  /// `work/<id>`.
  func folder(of id: DocumentID, _ step: SpoolError.Step) throws(SpoolError) -> Folder {
    do {
      return try folders.work.folder(Path(id.text))
    } catch {
      if error.isMissing { throw .unknownDocument(id) }
      throw .system(id, step: step, error)
    }
  }

  /// Runs system calls as part of a document's step.
  func during<Result: ~Copyable>(
    _ step: SpoolError.Step, of id: DocumentID, _ calls: () throws(SystemError) -> Result
  ) throws(SpoolError) -> Result {
    do { return try calls() } catch { throw .system(id, step: step, error) }
  }
}
