internal import Glibc
internal import Syscalls

/// The bytes of a model: a file mapped read-only, or a copy in memory.
///
/// `@safe` and `@unchecked Sendable` because of one invariant: `base` points at `count` bytes that are mapped or
/// allocated, initialized and never written from the end of `init` to `deinit`, and the pointer leaves this class only
/// for the time of a `read`. A model is replaced by renaming a new file over the old; a mapping keeps the old pages.
@safe final class ModelFile: @unchecked Sendable {
  private let base: UnsafeRawPointer
  /// The size in bytes.
  let count: Int
  private let isMapped: Bool

  /// Maps a regular file that is not empty.
  init(path: String) throws(SystemError) {
    let file = try Descriptor(opening: Path(path), [.read, .nonBlocking])
    let status = try file.status()
    guard status.kind == .regular, status.size > 0 else {
      throw SystemError(errno: EINVAL, call: "mmap")
    }
    count = Int(status.size)
    let address = unsafe mmap(nil, count, PROT_READ, MAP_PRIVATE, file.number, 0)
    guard let address = unsafe address, unsafe address != MAP_FAILED else {
      throw SystemError(errno: errno, call: "mmap")
    }
    unsafe base = UnsafeRawPointer(address)
    isMapped = true
  }

  /// Copies bytes into memory aligned as a mapping's cache lines are.
  init(copying bytes: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(bytes.count, 1), alignment: 64)
    unsafe copy.copyBytes(from: bytes)
    // `allocate` never hands out a buffer without an address when it is asked for at least one byte.
    unsafe base = UnsafeRawPointer(copy.baseAddress.unsafelyUnwrapped)
    count = bytes.count
    isMapped = false
  }

  deinit {
    let address = unsafe UnsafeMutableRawPointer(mutating: base)
    if isMapped { unsafe munmap(address, count) } else { unsafe address.deallocate() }
  }

  /// Lends all bytes.
  @inline(__always) func read<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    unsafe body(UnsafeRawBufferPointer(start: base, count: count))
  }
}
