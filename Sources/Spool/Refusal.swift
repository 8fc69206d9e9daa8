/// Why an entry of the inbox is not read: nothing but a regular file with one link is a document.
package enum Refusal: String, Sendable, Hashable, Codable, CaseIterable {
  /// It could point anywhere, at `/etc/shadow` too; it is never followed.
  case symbolicLink = "symbolic-link"
  /// Another name for the file exists, by which it could be changed while it is read.
  case hardLink = "hard-link"
  /// Reading a pipe can wait for ever.
  case pipe
  case socket
  /// Opening a device can act on it.
  case device
  case folder
  /// The service may not read it, or the disk cannot.
  case unreadable
  /// More bytes than the caller's limit.
  case tooLarge = "too-large"
  /// Somebody was still writing.
  case changedWhileRead = "changed-while-read"
}
