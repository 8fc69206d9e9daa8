internal import CSyscalls
internal import Glibc

/// The rule "no memory is writable and executable" for a process that has made its machine code already.
///
/// systemd's `MemoryDenyWriteExecute=yes` forbids it from the start, and with it all making of machine code. This comes
/// after that: what has been made can run and not be changed, and nothing new can be made.
package enum MemorySeal {
  /// What holds for a process.
  package enum State: Sendable, Hashable {
    /// Nobody has closed it.
    case open
    /// No page is writable and executable, and the kernel gives it none.
    case sealed
    /// What was made cannot be changed, and the kernel is too old to refuse new pages (before Linux 6.6).
    case protected
    /// It could not be done.
    case failed(SystemError)
  }

  /// Closes this process. It cannot be opened again, but for replacing the process by another program (`Replacement`).
  ///
  /// Call it when all machine code is made: whoever makes or frees some afterwards ends the process. So `owner`, which has
  /// the code, is kept for ever.
  package static func close(keeping owner: some Sendable) -> State {
    _ = unsafe Unmanaged.passRetained(Kept(owner))
    do {
      for region in try writableCode() {
        try checked("mprotect") { scrubd_protect_code(region.lowerBound, UInt64(region.count)) }
      }
    } catch {
      return .failed(error)
    }
    guard scrubd_refuse_new_code() == -1 else { return .sealed }
    let error = SystemError(call: "prctl")
    return error.errno == EINVAL ? .protected : .failed(error)
  }

  /// Whether the kernel can refuse new machine code; tried in a child, which then ends.
  package static var isSupported: Bool { scrubd_can_refuse_new_code() == 1 }

  /// Whether the kernel refuses this process new machine code now.
  package static var isClosed: Bool { scrubd_refuses_new_code() == 1 }

  /// Addresses of the process's memory that can be both written and executed.
  package static func writableCode() throws(SystemError) -> [Range<UInt64>] {
    let file = try Descriptor(opening: "/proc/self/maps", .read)
    let text = try file.readToEnd(expecting: 1 << 16, limit: 1 << 26) ?? []
    return text.split(separator: UInt8(ascii: "\n")).compactMap(writableCode(inLine:))
  }

  /// `7f0a2c000000-7f0a2c010000 rwxp ...`, see proc_pid_maps(5); nil for other rights.
  static func writableCode(inLine line: some Collection<UInt8>) -> Range<UInt64>? {
    let fields = line.split(separator: UInt8(ascii: " "), maxSplits: 2)
    guard fields.count > 1, fields[1].starts(with: "rwx".utf8) else { return nil }
    let ends = fields[0].split(separator: UInt8(ascii: "-")).map {
      UInt64(String(decoding: $0, as: UTF8.self), radix: 16)
    }
    guard ends.count == 2, let start = ends[0], let end = ends[1], start < end else { return nil }
    return start..<end
  }

  private final class Kept: Sendable {
    let owner: any Sendable
    init(_ owner: any Sendable) { self.owner = owner }
  }
}
