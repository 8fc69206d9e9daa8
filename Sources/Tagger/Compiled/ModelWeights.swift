internal import Syscalls

/// A model as a trainer hands it over: whole numbers, each a step of 2^-`steps` bits, and what goes with them.
package struct ModelWeights: Sendable {
  /// The kept features, without 0 and without equals.
  package var keys: [UInt32]
  /// Per feature the weight of each label.
  package var rows: [SIMD16<Int8>]
  /// Per label before, the weight of each label after it: 16 rows.
  package var transitions: [SIMD16<Int16>]
  /// The weight of each label at the beginning.
  package var start: SIMD16<Int16>
  /// The weight of each label at the end.
  package var end: SIMD16<Int16>
  /// 0 to 6.
  package var steps: Int
  /// Which features the weights belong to: a number of the caller's.
  package var features: UInt64
  package var calibration: Calibration
  /// The groups of words that features were made with.
  package var groups = WordGroups.none

  package init(steps: Int, features: UInt64) {
    keys = []
    rows = []
    transitions = Array(repeating: .zero, count: 16)
    start = .zero
    end = .zero
    self.steps = steps
    self.features = features
    calibration = .identity
  }

  /// The file, byte for byte the same for the same weights.
  package var bytes: [UInt8] {
    precondition(rows.count == keys.count && transitions.count == 16)
    precondition((0...ModelLayout.mostSteps).contains(steps))
    let table = FeatureTable(keys)
    let body = body(table)
    let layout = ModelLayout(
      featureCount: keys.count, placeCount: table.places.count, groupCount: table.shifts.count,
      wordCount: groups.entries.count,
      steps: steps, features: features,
      bodyChecksum: Checksum.of(body),
      chain: ChainWeights(transitions: transitions, start: start, end: end),
      calibration: calibration)
    return layout.header + body
  }

  /// What follows the header.
  private func body(_ table: FeatureTable) -> [UInt8] {
    let row = Dictionary(uniqueKeysWithValues: zip(keys, rows))
    var bytes: [UInt8] = []
    bytes.reserveCapacity(table.places.count * 21)
    for key in table.places {
      let weights = row[key] ?? .zero
      for lane in weights.indices { bytes.append(UInt8(bitPattern: weights[lane])) }
    }
    for key in table.places { ModelLayout.append(key, to: &bytes) }
    for shift in table.shifts { ModelLayout.append(shift, to: &bytes) }
    for entry in groups.entries { ModelLayout.append(entry.word, to: &bytes) }
    for entry in groups.entries { ModelLayout.append(entry.group, to: &bytes) }
    return bytes
  }
}
