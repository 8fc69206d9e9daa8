/// What a token can be. The numbers are the order of the weights in a model's file and of the lanes of its vectors.
package enum TagLabel: UInt8, CaseIterable, Sendable {
  /// Nothing of interest.
  case outside
  case nameBegin
  case nameInside
  case locationBegin
  case locationInside
  case organizationBegin
  case organizationInside
  case dateBegin
  case dateInside
  case idBegin
  case idInside
  case contactBegin
  case contactInside
  case age
  case profession
  /// A state or a country.
  case region

  /// How many labels there are.
  package static let count = 16

  /// Whether a token with this label may stay: see `TaggerScratch.nothing(at:)`.
  package var isNothing: Bool { self == .outside || self == .profession || self == .region }

  /// The place of the label in a vector of weights or probabilities.
  package var lane: Int { Int(rawValue) }
}
