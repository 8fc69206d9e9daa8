internal import Glibc

extension SystemError {
  /// There is no such file.
  package var isMissing: Bool { errno == ENOENT }

  /// Something has that name already.
  package var isTaken: Bool { errno == EEXIST }

  /// A folder that was to be removed has entries.
  package var isNotEmpty: Bool { errno == ENOTEMPTY || errno == EEXIST }

  /// The caller may not do this.
  package var isForbidden: Bool { errno == EACCES || errno == EPERM }

  /// A file cannot be moved there in one step.
  package var isOtherFileSystem: Bool { errno == EXDEV }

  /// It would have had to wait, for a lease somebody holds or for input.
  package var isWouldBlock: Bool { errno == EAGAIN }

  /// The process or the machine ran out of descriptors or memory: nothing is wrong with the file.
  package var isShortage: Bool { errno == EMFILE || errno == ENFILE || errno == ENOMEM }

  /// No room is left on the disk, or none for this user.
  package var isDiskFull: Bool { errno == ENOSPC || errno == EDQUOT }

  /// Something is wrong with the machine or the process: the disk is full, fails or is read-only, or descriptors or
  /// memory are used up. Any other error is one of the file that was asked for.
  package var isOfMachine: Bool { isShortage || isDiskFull || errno == EIO || errno == EROFS }

  /// The file that a call was about has been removed.
  package static func missing(in call: String) -> SystemError {
    SystemError(errno: ENOENT, call: call)
  }

  /// A value that the call cannot take.
  package static func invalidArgument(of call: String) -> SystemError {
    SystemError(errno: EINVAL, call: call)
  }
}
