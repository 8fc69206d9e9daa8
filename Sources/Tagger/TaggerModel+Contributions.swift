internal import Syscalls

/// What one feature said for a label and against "nothing".
package struct TagContribution: Hashable, Sendable {
  /// The feature's key.
  package var key: UInt32
  /// The weight for the label minus that for `outside`, in bits: 1 doubles the odds.
  package var bits: Float
}

extension TaggerModel {
  /// What each feature of a token said for a label and against `outside`, the strongest for it first; features the
  /// model does not know or that make no difference are left out. For explaining, not for the daemon's way.
  package func contributions(
    of sequence: TagSequence, at token: Int, for label: TagLabel
  ) -> [TagContribution] {
    let contributions = unsafe file.read { file in
      unsafe sequence.keys.withUnsafeBufferPointer { keys in
        (sequence.starts[token]..<sequence.starts[token + 1]).map { index in
          var place: Int32 = 0
          let known = unsafe find(keys, index..<index + 1, file, &place)
          let scores = unsafe scores(&place, known, file)
          let difference = Int(scores[label.lane]) - Int(scores[TagLabel.outside.lane])
          return unsafe TagContribution(
            key: keys[index], bits: Float(difference) / Float(1 << layout.steps))
        }
      }
    }
    return contributions.filter { $0.bits != 0 }.sorted { ($1.bits, $0.key) < ($0.bits, $1.key) }
  }
}
