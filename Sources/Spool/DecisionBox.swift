package import Documents
internal import Glibc
internal import Syscalls

/// The folder `decisions/`, where a person's decision waits for the service, however long it takes to start.
package struct DecisionBox: ~Copyable, Sendable {
  private let folder: Folder

  /// - Parameter root: the spool's root.
  package init(root: String) throws(SpoolError) {
    do {
      folder = try Folder(opening: Path(root), followingLink: true)
        .folder(Path(SpoolFolder.decisions.rawValue))
    } catch {
      throw .folder(.decisions, error)
    }
  }

  /// Whether the user of this process is the one the service runs as: only then may it work in the service's stead.
  package static func isServiceUser(root: String) -> Bool {
    guard
      let owner = try? Folder(opening: Path(root), followingLink: true)
        .status(of: Path(SpoolFolder.work.rawValue))?.owner
    else { return false }
    return owner == geteuid()
  }

  /// Leaves a decision, whole and durable, in the place of one on the same document that was not taken up yet.
  package func post(_ decision: Decision, on id: DocumentID) throws(SpoolError) {
    do throws(SystemError) {
      let json = try SpoolFile.json(decision)
      let draft: Path = ".\(id).json"
      do throws(SystemError) { try folder.remove(draft) } catch {
        guard error.isMissing else { throw error }
      }
      // The service may be another user than the one who decides; nobody else can enter the folder.
      try SpoolFile.write(json, to: draft, in: folder, mode: 0o644)
      try folder.replace("\(id).json", with: draft)
      try folder.sync()
    } catch {
      throw .folder(.decisions, error)
    }
  }

  /// Whether a decision on the document still waits to be taken up.
  package func isWaiting(_ id: DocumentID) throws(SpoolError) -> Bool {
    do { return try folder.status(of: "\(id).json") != nil } catch {
      throw .folder(.decisions, error)
    }
  }
}
