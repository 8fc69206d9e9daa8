import Glibc
import Syscalls

/// The end of a notification socket that systemd holds.
final class ServiceManager {
  let path: String
  private let descriptor: Descriptor
  private var heard: [String] = []

  init(at path: String) throws {
    self.path = path
    descriptor = Descriptor(adopting: socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0))
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: path.utf8) }
    let length = socklen_t(MemoryLayout<sockaddr_un>.size)
    let bound = unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
        unsafe bind(descriptor.number, generic, length)
      }
    }
    guard bound == 0 else { throw SystemError(errno: errno, call: "bind") }
  }

  /// All lines of all messages so far.
  func lines() -> [String] {
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = unsafe recv(
        descriptor.number, &buffer, buffer.count, Int32(MSG_DONTWAIT))
      guard count > 0 else { return heard }
      let message = String(decoding: buffer[..<count], as: UTF8.self)
      heard += message.split(separator: "\n").map(String.init)
    }
  }
}
