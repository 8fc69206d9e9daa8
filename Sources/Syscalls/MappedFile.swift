internal import Glibc

/// The bytes of a compiled file: mapped read-only, or a copy in memory.
///
/// `@safe` and `@unchecked Sendable` because of one invariant: `base` points at `count` bytes that are mapped or
/// allocated, initialized and never written from the end of `init` to `deinit`, and the pointer leaves this class only
/// for the time of a `read`. A file is replaced by renaming a new one over the old; a mapping keeps the old pages.
@safe package final class MappedFile: @unchecked Sendable {
  @usableFromInline let base: UnsafeRawPointer
  /// The size in bytes.
  package let count: Int
  private let isMapped: Bool

  /// Maps a regular file that is not empty; EINVAL for anything else.
  package init(path: String) throws(SystemError) {
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
  package init(copying bytes: [UInt8]) {
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
  @inlinable package func read<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    unsafe body(UnsafeRawBufferPointer(start: base, count: count))
  }

  /// The first bytes, at most `limit`.
  package func prefix(_ limit: Int) -> [UInt8] {
    unsafe read { bytes in unsafe Array(bytes.prefix(limit)) }
  }

  /// The bytes of a range; nil when they are not all there.
  package func bytes(in range: Range<Int>) -> [UInt8]? {
    guard range.lowerBound >= 0, range.upperBound <= count else { return nil }
    return unsafe read { bytes in unsafe Array(bytes[range]) }
  }

  /// The bytes of a range as whole numbers of four bytes, the lowest first; nil when they are not all there or not that many.
  package func words(in range: Range<Int>) -> [UInt32]? {
    guard range.lowerBound >= 0, range.upperBound <= count, range.count.isMultiple(of: 4) else {
      return nil
    }
    return unsafe read { bytes in
      unsafe [UInt32](unsafeUninitializedCapacity: range.count / 4) { words, filled in
        unsafe UnsafeMutableRawBufferPointer(words).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: bytes[range]))
        if UInt32(1).littleEndian != 1 {
          for index in words.indices { unsafe words[index] = unsafe words[index].byteSwapped }
        }
        filled = range.count / 4
      }
    }
  }

  /// The wide checksum of the bytes of a range; nil when they are not all there.
  package func wideChecksum(of range: Range<Int>) -> UInt64? {
    guard range.lowerBound >= 0, range.upperBound <= count else { return nil }
    return unsafe read { bytes in
      unsafe Checksum.wide(UnsafeRawBufferPointer(rebasing: bytes[range]))
    }
  }

  /// Gives back the memory of all pages of a mapped file; each comes in again when it is read. For a file that was read
  /// through once, to check it, and of which little is needed later.
  package func releasePages() {
    guard isMapped else { return }
    unsafe madvise(UnsafeMutableRawPointer(mutating: base), count, MADV_DONTNEED)
  }

  /// The eight bytes at `offset`, little-endian. The offset must be a multiple of eight with eight bytes behind it.
  @inlinable package func word(at offset: Int) -> UInt64 {
    assert(offset >= 0 && offset & 7 == 0 && offset + 8 <= count)
    return unsafe UInt64(littleEndian: base.load(fromByteOffset: offset, as: UInt64.self))
  }

  /// The checksum of the bytes from `offset` on.
  package func checksum(from offset: Int) -> UInt64 {
    unsafe read { bytes in
      unsafe Checksum.of(UnsafeRawBufferPointer(rebasing: bytes.dropFirst(offset)))
    }
  }
}
