import Syscalls

/// A part of a compiled file, read piece by piece.
package struct CompiledSection: Sendable {
  let file: MappedFile
  let range: Range<Int>

  init(file: MappedFile, range: Range<Int>) {
    self.file = file
    self.range = range
  }

  /// A section of its own, as it is written.
  package init(_ bytes: [UInt8]) {
    self.init(file: MappedFile(copying: bytes), range: 0..<bytes.count)
  }

  package var count: Int { range.count }

  /// All bytes.
  package func bytes() throws(CompiledDefect) -> [UInt8] { try bytes(0..<count) }

  /// The section of a range, counted from the section's first byte.
  package func part(_ part: Range<Int>) throws(CompiledDefect) -> CompiledSection {
    CompiledSection(file: file, range: try inFile(part))
  }

  /// The bytes of a range, counted from the section's first, as whole numbers of four bytes.
  package func words(_ part: Range<Int>) throws(CompiledDefect) -> [UInt32] {
    guard let words = file.words(in: try inFile(part)) else { throw .damaged }
    return words
  }

  /// The bytes of a range, counted from the section's first.
  package func bytes(_ part: Range<Int>) throws(CompiledDefect) -> [UInt8] {
    guard let bytes = file.bytes(in: try inFile(part)) else { throw .damaged }
    return bytes
  }

  /// A range of the section as one of the file.
  private func inFile(_ part: Range<Int>) throws(CompiledDefect) -> Range<Int> {
    guard part.lowerBound >= 0, part.upperBound <= count else { throw .damaged }
    return range.lowerBound + part.lowerBound..<range.lowerBound + part.upperBound
  }
}
