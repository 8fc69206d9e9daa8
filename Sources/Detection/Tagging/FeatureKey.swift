/// Hashes a template and its answer into the key of a feature.
///
/// Trained models hold these numbers: the function never changes.
enum FeatureKey {
  @inline(__always)
  static func of(_ template: FeatureTemplate, _ first: UInt32, _ second: UInt32 = 0) -> UInt32 {
    var mixed = UInt64(first) &* 0x9E37_79B9_7F4A_7C15
    mixed ^= UInt64(second) &* 0xC2B2_AE3D_27D4_EB4F
    mixed ^= UInt64(template.rawValue) &* 0x1656_67B1_9E37_79F9
    mixed ^= mixed >> 29
    mixed = mixed &* 0xBF58_476D_1CE4_E5B9
    mixed ^= mixed >> 32
    return UInt32(truncatingIfNeeded: mixed)
  }

  /// Folds a word's hash into the 32 bits that features are made of.
  @inline(__always)
  static func fold(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash ^ hash >> 32) }
}
