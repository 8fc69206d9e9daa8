internal import Syscalls

/// How a model lies in its file, all integers little-endian:
///
/// | bytes | what |
/// |---|---|
/// | 0..<8 | the magic, `SCRBTAG1` |
/// | 8..<16 | format version |
/// | 16..<24 | features with weights |
/// | 24..<32 | places of the `FeatureTable` |
/// | 32..<40 | groups of the `FeatureTable` |
/// | 40..<48 | steps of a weight to one bit, as a power of two: a score s stands for 2^(s / 2^steps) |
/// | 48..<56 | which features the weights belong to: a number of the caller's |
/// | 56..<64 | checksum of what follows the header |
/// | 64..<576 | transitions, two bytes each: from the first label to each, from the second to each, ... |
/// | 576..<640 | start and end, two bytes a label |
/// | 640..<772 | the calibration's points, four bytes each; zeros up to 816 |
/// | 816..<824 | words of the `WordGroups` |
/// | 824..<832 | checksum of the bytes before it |
/// | 832... | per place a row of weights, a byte a label; per place the key, four bytes; per group the shift, two bytes;
/// per word of the `WordGroups` its hash, four bytes, and then per word its group, two bytes |
///
/// Opening checks all of the header. The rest is read as tokens come in; whatever it holds, no look-up leaves the file.
struct ModelLayout: Equatable {
  static let magic: [UInt8] = Array("SCRBTAG1".utf8)
  /// Raised whenever the layout, the labels or the meaning of a weight changes.
  static let version: UInt64 = 2
  static let headerSize = 832
  static let rowSize = 16
  /// The finest weights: 64 steps to a bit.
  static let mostSteps = 6

  var featureCount: Int
  var placeCount: Int
  var groupCount: Int
  /// Words of the `WordGroups`.
  var wordCount: Int
  var steps: Int
  var features: UInt64
  var bodyChecksum: UInt64
  var chain: ChainWeights
  var calibration: Calibration

  /// Where the keys begin.
  var keysOffset: Int { ModelLayout.headerSize + placeCount * ModelLayout.rowSize }

  /// Where the shifts begin.
  var shiftsOffset: Int { keysOffset + placeCount * 4 }

  /// Where the words that have groups begin.
  var wordsOffset: Int { shiftsOffset + groupCount * 2 }

  /// The size of a whole file with this header, in bytes.
  var fileSize: Int { wordsOffset + wordCount * 6 }

  /// The header's bytes, its own checksum included.
  var header: [UInt8] {
    var bytes = ModelLayout.magic
    for field in [
      ModelLayout.version, UInt64(featureCount), UInt64(placeCount), UInt64(groupCount),
      UInt64(steps),
      features, bodyChecksum,
    ] {
      ModelLayout.append(field, to: &bytes)
    }
    for row in chain.transitions + [chain.start, chain.end] {
      for lane in row.indices { ModelLayout.append(row[lane], to: &bytes) }
    }
    for point in calibration.millionths { ModelLayout.append(point, to: &bytes) }
    bytes += repeatElement(0, count: ModelLayout.headerSize - 16 - bytes.count)
    ModelLayout.append(UInt64(wordCount), to: &bytes)
    ModelLayout.append(Checksum.of(bytes), to: &bytes)
    return bytes
  }

  static func append(_ value: some FixedWidthInteger, to bytes: inout [UInt8]) {
    for shift in stride(from: 0, to: value.bitWidth, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }
}

/// What the model thinks of a label after another, at the beginning and at the end.
struct ChainWeights: Equatable, Sendable {
  /// Per label before, the weight of each label after it.
  var transitions: [SIMD16<Int16>]
  var start: SIMD16<Int16>
  var end: SIMD16<Int16>
}
