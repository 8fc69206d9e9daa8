package import Patterns

/// What remains in a redacted text that can tell who is meant, weighed.
///
/// It holds kinds and numbers; never text of the document.
package struct Residue: Sendable, Hashable {
  /// How often each kind occurs; kinds that do not are left out.
  package var counts: [RevealingKind: Int]
  /// The weights of the distinct kinds, in thousandths.
  package var sum: Int
  /// The sum from which the document is held, in thousandths.
  package var limit: Int
  /// The kinds among these of which one holds the document, in the order of `RevealingKind`.
  package var decisive: [RevealingKind]

  package init(counts: [RevealingKind: Int], sum: Int, limit: Int, decisive: [RevealingKind]) {
    self.counts = counts
    self.sum = sum
    self.limit = limit
    self.decisive = decisive
  }

  /// The distinct kinds, in the order of `RevealingKind`.
  package var kinds: [RevealingKind] { RevealingKind.allCases.filter { counts[$0] != nil } }

  /// Whether a person must decide about the document.
  package var holds: Bool { !decisive.isEmpty || sum >= limit }
}
