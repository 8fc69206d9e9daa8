internal import Glibc

/// Whose account a process runs under.
package struct Account: Sendable, Hashable {
  /// The number of the account that started the process.
  package let uid: Int
  /// Its name; nil when the machine does not know one.
  package let name: String?

  /// The account of whoever started this process: the one that `sudo` and `su` were called from, as the kernel keeps it
  /// from the log-in on, or else the process's own.
  package static func ofThisProcess() -> Account {
    let uid = loginUID() ?? getuid()
    return Account(uid: Int(uid), name: name(of: uid))
  }

  /// What the kernel says of a session without a log-in.
  private static let unset = uid_t.max

  private static func loginUID() -> uid_t? {
    guard let file = try? Descriptor(opening: "/proc/self/loginuid", .read),
      let bytes = try? file.readToEnd(expecting: 16, limit: 64),
      let uid = uid_t(String(decoding: bytes, as: UTF8.self).filter(\.isNumber))
    else { return nil }
    return uid == unset ? nil : uid
  }

  private static func name(of uid: uid_t) -> String? {
    var entry = unsafe passwd()
    var found: UnsafeMutablePointer<passwd>?
    var text = [CChar](repeating: 0, count: 1 << 14)
    return unsafe text.withUnsafeMutableBufferPointer { buffer -> String? in
      guard let start = buffer.baseAddress,
        unsafe getpwuid_r(uid, &entry, start, buffer.count, &found) == 0,
        unsafe found != nil, let name = unsafe entry.pw_name
      else { return nil }
      return unsafe String(cString: name)
    }
  }
}
