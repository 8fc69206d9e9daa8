internal import Syscalls

/// The subfolders of the inbox whose files are scrubbed under the profile they are named after.
///
/// They are made by the administrator, while the service is stopped: whoever may drop files may make folders in the inbox
/// as well, and must not choose a laxer profile by that. A folder that comes later is an entry like any other and goes to
/// quarantine, with all that is in it.
package enum DropFolders {
  /// Those that are there now.
  ///
  /// - Parameter known: the names of all profiles.
  package static func accepted(root: String, known: Set<String>) throws(SpoolError) -> Set<String> {
    do throws(SystemError) {
      let inbox = try Folder(opening: Path(root), followingLink: true)
        .folder(Path(SpoolFolder.inbox.rawValue))
      var accepted: Set<String> = []
      for name in known where try inbox.status(of: Path(name))?.kind == .folder {
        accepted.insert(name)
      }
      return accepted
    } catch {
      throw .folder(.inbox, error)
    }
  }
}
