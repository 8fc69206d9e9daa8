package import Patterns

/// When what remains in a text tells too much together: three indirect identifiers or more have a case reviewed before
/// it is published (Hrynaszkiewicz et al. 2010, Trials 11:9).
package struct HoldRule: Sendable, Hashable {
  /// The sum of weights, in thousandths, from which a document is held. 3000 is three indirect identifiers.
  package var limit: Int
  /// What one kind counts, in thousandths, however often it occurs; a kind that is not named counts nothing.
  package var weights: [RevealingKind: Int]
  /// Kinds of which one holds the document.
  package var decisive: Set<RevealingKind>

  package init(limit: Int, weights: [RevealingKind: Int], decisive: Set<RevealingKind>) {
    self.limit = limit
    self.weights = weights
    self.decisive = decisive
  }

  /// The rule as its source has it: every kind but advice counts one, and three hold.
  package static let threeOfAny = HoldRule(
    limit: 3000,
    weights: Dictionary(
      uniqueKeysWithValues: RevealingKind.allCases.filter { $0 != .advice }.map { ($0, 1000) }),
    decisive: [])
}
