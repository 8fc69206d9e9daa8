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
/// long as to search a hundred pages without them.
final class LazyStartFilters: Sendable {
  /// Bytes of text after which the filters are made.
  private static let threshold = 128 * 1024

  private struct State {
    var searched = 0
    var skeletons: SkeletonSet?
  }

  private let patterns: [CompiledPattern]
  private let state: Mutex<State>

  init(_ patterns: [CompiledPattern], isEager: Bool) {
    self.patterns = patterns
    state = Mutex(State(searched: isEager ? LazyStartFilters.threshold : 0))
  }

  /// The skeletons for the search of a text of `count` bytes; nil when it is done without them.
  func forText(of count: Int) -> SkeletonSet? {
    state.withLock { state in
      if let skeletons = state.skeletons { return skeletons }
      state.searched += count
      guard state.searched >= LazyStartFilters.threshold else { return nil }
      let skeletons = SkeletonSet(patterns.map { MatchSkeleton($0) })
      state.skeletons = skeletons
      return skeletons
    }
  }
}
