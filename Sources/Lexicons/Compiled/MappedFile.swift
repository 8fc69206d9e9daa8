import Glibc

/// The bytes of a compiled lexicon: a file mapped read-only, or a copy in memory that the tests made.
///
/// `@safe` and `@unchecked Sendable` because of one invariant: `base` points at `count` bytes that are mapped or
/// allocated, initialized and never written from the end of `init` to `deinit`, and no pointer leaves this class. The
/// operator replaces a lexicon by renaming a new file over the old; a mapping keeps the old file's pages.
@safe final class MappedFile: @unchecked Sendable {
  private let base: UnsafeRawPointer
  /// The size in bytes.
  let count: Int
  private let isMapped: Bool

  /// Maps a regular file. Throws the `errno` of the call that failed; EINVAL for what is no regular file or is empty.
  init(path: String) throws(MappingError) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
    guard descriptor >= 0 else { throw MappingError(code: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw MappingError(code: errno) }
    guard status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 else {
      throw MappingError(code: EINVAL)
    }
    let address = unsafe mmap(
      nil, Int(status.st_size), PROT_READ, MAP_PRIVATE, descriptor, 0)
    guard let address = unsafe address, unsafe address != MAP_FAILED else {
      throw MappingError(code: errno)
    }
    unsafe base = UnsafeRawPointer(address)
    count = Int(status.st_size)
    isMapped = true
  }

  /// Copies bytes into memory aligned as a mapping is.
  init(copying bytes: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(bytes.count, 1), alignment: 16)
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

  /// The first bytes, at most `limit`.
  func prefix(_ limit: Int) -> [UInt8] {
    unsafe Array(UnsafeRawBufferPointer(start: base, count: min(limit, count)))
  }

  /// The eight bytes at `offset`, little-endian. The offset must be a multiple of eight with eight bytes behind it.
  @inline(__always) func word(at offset: Int) -> UInt64 {
    assert(offset >= 0 && offset & 7 == 0 && offset + 8 <= count)
    return unsafe UInt64(littleEndian: base.load(fromByteOffset: offset, as: UInt64.self))
  }
}

/// The system refused to open or map a file.
struct MappingError: Error {
  /// The `errno`.
  var code: Int32

  /// The system's words for it.
  var reason: String { unsafe String(cString: strerror(code)) }
}
