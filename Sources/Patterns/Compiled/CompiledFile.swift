package import Syscalls

/// Rules in compiled form, in one file, all integers little-endian:
///
/// | bytes | what |
/// |---|---|
/// | 0..<8 | the magic, `SCRBRUL1` |
/// | 8..<24 | the key: see `CompiledKey` |
/// | 24..<120 | for each of four sections where it begins, its length, and its wide checksum |
/// | 120..<128 | checksum of the bytes before it |
/// | 128... | the sections |
///
/// The file saves time and nothing else: what is not whole or not of these packs is left alone, and the packs are compiled
/// from their sources, which finds the same.
package struct CompiledFile: Sendable {
  package enum Section: Int, Sendable, CaseIterable {
    case packs
    case revealing
    /// The filters of places of detection's rules, and of the revealing patterns.
    case filters
    case revealingFilters
  }

  private static let magic: [UInt8] = Array("SCRBRUL1".utf8)
  private static let headerSize = 128

  private let file: MappedFile
  private let places: [(range: Range<Int>, checksum: UInt64)]

  /// Reads the header; a section is read when it is asked for.
  package init(_ file: MappedFile, key: CompiledKey) throws(CompiledDefect) {
    let header = file.prefix(CompiledFile.headerSize)
    guard header.count == CompiledFile.headerSize, header.starts(with: CompiledFile.magic) else {
      throw .damaged
    }
    let words = (0..<16).map { CompiledFile.word(header, $0) }
    guard words[15] == Checksum.of(Array(header[..<120])) else { throw .damaged }
    guard Array(words[1...2]) == key.words else { throw .stale }
    var places: [(Range<Int>, UInt64)] = []
    for section in Section.allCases {
      let first = 3 + 3 * section.rawValue
      guard let start = Int(exactly: words[first]), let count = Int(exactly: words[first + 1]),
        start <= file.count, count <= file.count - start
      else { throw .damaged }
      places.append((start..<start + count, words[first + 2]))
    }
    self.file = file
    self.places = places
  }

  /// A section, which is as it was written.
  package func section(_ section: Section) throws(CompiledDefect) -> CompiledSection {
    let (range, checksum) = places[section.rawValue]
    guard file.wideChecksum(of: range) == checksum else { throw .damaged }
    return CompiledSection(file: file, range: range)
  }

  /// A whole file.
  ///
  /// - Parameter sections: in the order of `Section`.
  package static func bytes(key: CompiledKey, sections: [[UInt8]]) -> [UInt8] {
    var header = magic
    for word in key.words { append(word, to: &header) }
    var start = headerSize
    for section in sections {
      for word in [UInt64(start), UInt64(section.count), Checksum.wide(section)] {
        append(word, to: &header)
      }
      start += section.count
    }
    append(Checksum.of(header), to: &header)
    return header + sections.joined()
  }

  private static func word(_ bytes: [UInt8], _ index: Int) -> UInt64 {
    bytes[index * 8..<index * 8 + 8].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  private static func append(_ value: UInt64, to bytes: inout [UInt8]) {
    for shift in stride(from: 0, to: UInt64(64), by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }
}
