import Syscalls

/// How the compiled lexicon lies in its file, all integers little-endian:
///
/// | bytes | what |
/// |---|---|
/// | 0..<8 | the magic, `SCRBLEX1` |
/// | 8..<16 | format version |
/// | 16..<24 | entries in the table |
/// | 24..<32 | slots of the table, a power of two |
/// | 32..<40 | the longest probe: slots a look-up may have to read |
/// | 40..<48 | digest of the lists it was compiled from |
/// | 48..<56 | checksum of the table |
/// | 56..<64 | checksum of the bytes before it |
/// | 64... | the table: per slot a key (`WordHash`, 0 for an empty slot) and its `WordFacts`, 8 bytes each |
///
/// An entry stands at its home slot or in the first free slot behind it, the table read as a ring.
struct CompiledLayout: Equatable {
  static let magic: [UInt8] = Array("SCRBLEX1".utf8)
  /// Raised whenever the layout, the hash, the folding or the meaning of a bit of `WordFacts` changes.
  static let version: UInt64 = 1
  static let headerSize = 64
  static let slotSize = 16

  var entryCount: UInt64
  var slotCount: UInt64
  var longestProbe: UInt64
  var sourceDigest: UInt64
  var tableChecksum: UInt64

  /// The home slot of a key: its high half mixed into the low bits, since FNV's low bits alone know little of the
  /// word's first letters.
  @inline(__always) static func home(_ key: UInt64, mask: UInt64) -> UInt64 {
    (key ^ (key >> 29)) & mask
  }

  /// The size of a whole file with this header, in bytes.
  var fileSize: UInt64 {
    UInt64(CompiledLayout.headerSize) + slotCount * UInt64(CompiledLayout.slotSize)
  }

  /// The header's bytes, its own checksum included.
  var header: [UInt8] {
    var bytes = CompiledLayout.magic
    for field in [
      CompiledLayout.version, entryCount, slotCount, longestProbe, sourceDigest, tableChecksum,
    ] {
      CompiledLayout.append(field, to: &bytes)
    }
    CompiledLayout.append(Checksum.of(bytes), to: &bytes)
    return bytes
  }

  /// Reads the header of a file of `fileSize` bytes.
  ///
  /// - Parameter bytes: the first `headerSize` bytes of the file, or all if it has fewer.
  init(header bytes: [UInt8], fileSize: UInt64) throws(LexiconDefect) {
    guard bytes.starts(with: CompiledLayout.magic) else { throw .foreign }
    guard bytes.count >= CompiledLayout.headerSize else { throw .truncated }
    func field(_ index: Int) -> UInt64 {
      bytes[index * 8..<index * 8 + 8].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
    guard field(1) == CompiledLayout.version else { throw .otherVersion(field(1)) }
    guard field(7) == Checksum.of(Array(bytes[..<56])) else { throw .damaged }
    entryCount = field(2)
    slotCount = field(3)
    longestProbe = field(4)
    sourceDigest = field(5)
    tableChecksum = field(6)
    guard slotCount > 0, slotCount & (slotCount - 1) == 0, slotCount <= 1 << 32,
      entryCount < slotCount, longestProbe <= slotCount
    else { throw .damaged }
    guard fileSize >= self.fileSize else { throw .truncated }
    guard fileSize == self.fileSize else { throw .damaged }
  }

  init(entryCount: Int, slotCount: Int, longestProbe: Int, sourceDigest: UInt64, table: [UInt8]) {
    self.entryCount = UInt64(entryCount)
    self.slotCount = UInt64(slotCount)
    self.longestProbe = UInt64(longestProbe)
    self.sourceDigest = sourceDigest
    self.tableChecksum = Checksum.of(table)
  }

  static func append(_ value: UInt64, to bytes: inout [UInt8]) {
    for shift in stride(from: 0, to: UInt64(64), by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }
}

/// What is wrong with bytes that should be a compiled lexicon.
package enum LexiconDefect: Error, Hashable, Sendable {
  /// Does not start with the magic: another kind of file.
  case foreign
  /// Written by another version of scrubd, with this format version.
  case otherVersion(UInt64)
  /// Shorter than its header says.
  case truncated
  /// Not what was written: a checksum or a count does not fit.
  case damaged
}
