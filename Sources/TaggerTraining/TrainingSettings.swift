package import Tagger

/// How a model is trained.
package struct TrainingSettings: Sendable {
  /// Features seen on fewer tokens get no weights.
  package var leastCount = 2
  /// The standard deviation that weights are expected to have, in natural logarithms of odds: less holds them back more.
  package var sigma: Float = 1
  /// The most steps of the optimizer.
  package var mostIterations = 120
  /// Training ends when ten steps together gained less than this share of the objective.
  package var leastGain = 0.001
  /// Features whose weights are all smaller, in natural logarithms of odds, are left out of the file.
  package var leastWeight: Float = 0
  /// Which features the model is for; the model carries it, and who uses the model compares.
  package var features: UInt64 = 0
  /// The groups of words the features were made with; the model carries them.
  package var groups = WordGroups.none

  package init() {}
}

/// How far training has come.
package struct TrainingProgress: Sendable {
  /// The number of finished steps.
  package var iteration: Int
  /// Minus the logarithm of the truth's probability, and the price of the weights: what is made small.
  package var objective: Double
  /// The length of the gradient.
  package var gradientLength: Double
  /// How often the objective was worked out so far.
  package var evaluations: Int
  /// The number of features with weights.
  package var featureCount: Int
}
