internal import Syscalls

/// A trained linear-chain conditional random field over feature keys, mapped into memory.
///
/// Weights are whole numbers and all arithmetic is in a fixed order of operations that IEEE 754 rounds alike
/// everywhere, so the same keys give the same probabilities, to the bit, on every machine. Machines are little-endian.
package final class TaggerModel: Sendable {
  let file: MappedFile
  let layout: ModelLayout
  let powers: PowerTable
  let factors: ChainFactors
  let filter: FeatureFilter
  /// The groups of words that the features are made with.
  package let groups: WordGroups

  /// Maps a model and checks its header and size; `verifyChecksum` reads the rest.
  package convenience init(path: String) throws(TaggerError) {
    let file: MappedFile
    do { file = try MappedFile(path: path) } catch {
      throw TaggerError(path: path, reason: .unreadable(error.description))
    }
    do { try self.init(file) } catch { throw TaggerError(path: path, reason: .defect(error)) }
  }

  /// A model of bytes held in memory.
  package convenience init(bytes: [UInt8]) throws(TaggerDefect) {
    try self.init(MappedFile(copying: bytes))
  }

  private init(_ file: MappedFile) throws(TaggerDefect) {
    let header = file.prefix(ModelLayout.headerSize)
    layout = try ModelLayout(header: header, fileSize: file.count)
    powers = PowerTable(steps: layout.steps)
    factors = ChainFactors(layout.chain, powers)
    self.file = file
    filter = TaggerModel.filter(layout, file)
    groups = TaggerModel.groups(layout, file)
  }

  /// The filter of the keys in a file.
  private static func filter(_ layout: ModelLayout, _ file: MappedFile) -> FeatureFilter {
    var filter = FeatureFilter()
    unsafe file.read { file in
      for place in 0..<layout.placeCount {
        let key = unsafe file.loadUnaligned(
          fromByteOffset: layout.keysOffset + place * 4, as: UInt32.self)
        if key != 0 { filter.insert(UInt32(littleEndian: key)) }
      }
    }
    return filter
  }

  private static func groups(_ layout: ModelLayout, _ file: MappedFile) -> WordGroups {
    unsafe file.read { file in
      WordGroups(
        (0..<layout.wordCount).map { number in
          let word = unsafe file.loadUnaligned(
            fromByteOffset: layout.wordsOffset + number * 4, as: UInt32.self)
          let group = unsafe file.loadUnaligned(
            fromByteOffset: layout.wordsOffset + layout.wordCount * 4 + number * 2, as: UInt16.self)
          return WordGroups.Entry(
            word: UInt32(littleEndian: word), group: UInt16(littleEndian: group))
        })
    }
  }

  /// The number of features with weights.
  package var featureCount: Int { layout.featureCount }

  /// Which features the weights belong to: the number its trainer was given.
  package var features: UInt64 { layout.features }

  /// The size of the file in bytes.
  package var size: Int { file.count }

  /// How far to trust its probability of nothing.
  package var calibration: Calibration { layout.calibration }

  /// The calibrated probability of nothing, in thousandths.
  ///
  /// - Parameter nothing: the model's own, see `TaggerScratch.nothing(at:)`.
  package func calibrated(_ nothing: Float) -> Int { layout.calibration.thousandths(nothing) }

  /// Reads the whole file and compares it with the checksum in the header.
  package func verifyChecksum() throws(TaggerDefect) {
    guard file.checksum(from: ModelLayout.headerSize) == layout.bodyChecksum else {
      throw .damaged
    }
  }

  /// The file of the same model with another calibration.
  package func bytes(with calibration: Calibration) -> [UInt8] {
    var layout = layout
    layout.calibration = calibration
    return unsafe file.read { bytes in
      unsafe layout.header + Array(bytes.dropFirst(ModelLayout.headerSize))
    }
  }
}
