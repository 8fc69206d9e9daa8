internal import Glibc

extension StandardStream {
  /// Device and inode of what the stream leads to, as systemd writes them into `JOURNAL_STREAM` (systemd.exec(5)); nil
  /// when the stream is closed.
  package var identity: String? {
    var status = stat()
    guard unsafe fstat(rawValue, &status) == 0 else { return nil }
    return "\(status.st_dev):\(status.st_ino)"
  }
}
