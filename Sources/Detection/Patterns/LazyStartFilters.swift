import PCRE2
import Patterns
import Synchronization

/// Whether rules are searched only where cheap filters say that they can match. What is found is the same.
package enum RuleFiltering: Sendable {
  /// Every rule is searched in all of every text.
  case never
  /// The filters are there from the start.
  case always
  /// The filters of places are made once so much text was searched that they pay.
  case whenItPays
}

/// The filters of the places where rules can match, made when they pay: to make them for some hundred rules takes as
/// long as to search a hundred pages without them. Compiled ones are there at once, and what is read of them is what texts
/// need.
final class LazyStartFilters: Sendable {
  /// Bytes of text after which the filters pay.
  private static let threshold = 128 * 1024
  /// The same for compiled ones in texts that are worth the search of few rules.
  private static let fewRulesThreshold = 16 * 1024
  /// So many rules are few: PCRE2 compiles a rule when it is tried first, and in short texts that is what takes time.
  private static let fewRules = 40

  private struct State {
    var searched = 0
    var skeletons: SkeletonSet?
  }

  private let patterns: [CompiledPattern]
  private let compiled: CompiledFilters?
  private let state: Mutex<State>

  init(_ patterns: [CompiledPattern], compiled: CompiledFilters?, isEager: Bool) {
    self.patterns = patterns
    self.compiled = compiled
    state = Mutex(State(searched: isEager ? LazyStartFilters.threshold : 0))
  }

  /// The skeletons for the search of a text of `count` bytes; nil when it is done without them.
  ///
  /// - Parameter rules: how many rules are worth a search of this text; asked for while that matters.
  func forText(of count: Int, rules: () -> Int) -> SkeletonSet? {
    if let known = state.withLock({ $0.skeletons }) { return known }
    let rules = compiled == nil || count > LiteralSet.shortText ? patterns.count : rules()
    return state.withLock { state in
      if let skeletons = state.skeletons { return skeletons }
      state.searched += count
      guard state.searched >= threshold(rules) else { return nil }
      let skeletons = compiled?.skeletons(rules: patterns.count) ?? SkeletonSet(patterns)
      state.skeletons = skeletons
      return skeletons
    }
  }

  private func threshold(_ rules: Int) -> Int {
    if compiled == nil { return LazyStartFilters.threshold }
    return rules > min(LazyStartFilters.fewRules, patterns.count - 1)
      ? 0 : LazyStartFilters.fewRulesThreshold
  }
}
