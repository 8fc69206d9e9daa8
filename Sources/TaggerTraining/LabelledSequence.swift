package import Tagger

/// The labels a token may have in the truth: one where the truth is known, all where it does not matter.
package struct TagLabels: OptionSet, Hashable, Sendable {
  /// Bit n stands for the label with raw value n.
  package let rawValue: UInt16

  package init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Any label is as good as any other: the token teaches nothing of itself.
  package static let any = TagLabels(rawValue: .max)
  /// The labels of tokens that may stay.
  package static let nothing = TagLabels(TagLabel.allCases.filter(\.isNothing).map(TagLabels.only))

  /// This label and no other.
  package static func only(_ label: TagLabel) -> TagLabels {
    TagLabels(rawValue: 1 << UInt16(label.rawValue))
  }

  /// 1 for each label it has, 0 for the others.
  var factors: SIMD16<Float> {
    let bits = SIMD16<UInt32>(
      1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16_384, 32_768)
    let has = (bits & SIMD16(repeating: UInt32(rawValue))) .!= 0
    return SIMD16<Float>(repeating: 0).replacing(with: 1, where: has)
  }
}

/// A chain of tokens with their features and the truth.
package struct LabelledSequence: Sendable {
  package let features: TagSequence
  /// One for each token, never empty.
  package let allowed: [TagLabels]
  /// How many times it counts.
  package let weight: Float

  package init(_ features: TagSequence, _ allowed: [TagLabels], weight: Float = 1) {
    precondition(features.count == allowed.count && !allowed.contains([]) && weight >= 0)
    self.features = features
    self.allowed = allowed
    self.weight = weight
  }
}
