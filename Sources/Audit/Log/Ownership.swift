import Glibc
import Syscalls

/// Whose a file is that a command of root makes: the service's, as the folder it lies in, or the service could not go on
/// with it.
enum Ownership {
  static func match(
    _ file: borrowing Descriptor, to folder: borrowing Folder
  ) throws(SystemError) {
    guard geteuid() == 0 else { return }
    let status = try folder.descriptor.status()
    guard fchown(file.number, status.owner, status.group) == 0 else {
      throw SystemError(errno: errno, call: "fchown")
    }
  }
}
