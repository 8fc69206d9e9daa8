import Syscalls

/// Somebody who keeps a file open while writing it piece by piece.
final class SlowWriter {
  private let file: Descriptor

  init(_ path: String) throws {
    file = try Descriptor(opening: Path(path), [.write, .create, .exclusive])
  }

  func write(_ text: String) throws { try file.write(Array(text.utf8)) }
}
