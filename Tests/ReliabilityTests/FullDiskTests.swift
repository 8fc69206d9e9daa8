import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// A file system that is really full: a small one in memory, for who may mount one.
@Suite(.enabled(if: SmallDisk.isPossible, "mounting a file system needs root"))
struct FullDiskTests {
  @Test func `on a full disk documents wait, and go on when there is room`() async throws {
    let disk = try SmallDisk(kibibytes: 2048)
    let root = try ScrubdRoot(in: disk.path)
    let daemon = try await root.start()
    try root.drop("Phone (217) 555-0111.\n", named: "before.txt")
    try await root.waitForReceipts(1)
    try disk.fill()
    let waiting = try TemporaryDirectory()
    for number in 0..<3 {
      // An empty file needs no room of its own; its name is all the inbox gets.
      try waiting.write("", to: "\(number)")
      _ = try? FileManager.default.copyItem(
        atPath: waiting.path(of: "\(number)"),
        toPath: root.directory.path(of: "inbox/\(number).txt"))
    }
    let arrived = try root.names(in: "inbox").count + root.names(in: "work").count
    try await Task.sleep(for: .seconds(3))
    #expect(daemon.isRunning)
    let texts = try root.names(in: "outbox").filter { !$0.contains(".report.") }
    #expect(texts.count == 1)
    try disk.empty()
    try await root.waitForReceipts(1 + arrived)
    daemon.send(SIGTERM)
    #expect(try await daemon.end().exitCode == 0)
    try root.expectOneEndEach()
    try await root.expectWholeAudit()
  }
}

/// A file system of a few blocks in memory.
final class SmallDisk {
  let path: String
  private let folder: TemporaryDirectory

  static let isPossible = geteuid() == 0 && canMount()

  init(kibibytes: Int) throws {
    folder = try TemporaryDirectory()
    try folder.makeFolder("disk")
    path = folder.path(of: "disk")
    guard SmallDisk.mount("\(kibibytes)k", path) else { throw CannotMount() }
  }

  deinit { _ = unsafe umount2(path, Int32(MNT_DETACH)) }

  private static func mount(_ size: String, _ path: String) -> Bool {
    unsafe "size=\(size)".withCString { options in
      unsafe Glibc.mount("tmpfs", path, "tmpfs", 0, options) == 0
    }
  }

  private static func canMount() -> Bool {
    guard let folder = try? TemporaryDirectory(), mount("64k", folder.path) else { return false }
    return unsafe umount2(folder.path, Int32(MNT_DETACH)) == 0
  }

  /// Takes all the room there is.
  func fill() throws {
    let file = unsafe open("\(path)/filler", O_WRONLY | O_CREAT, 0o600)
    guard file >= 0 else { throw CannotMount() }
    defer { close(file) }
    let block = [UInt8](repeating: 0, count: 512)
    while unsafe block.withUnsafeBytes({ unsafe write(file, $0.baseAddress, $0.count) }) > 0 {}
  }

  func empty() throws { try FileManager.default.removeItem(atPath: "\(path)/filler") }

  private struct CannotMount: Error {}
}
