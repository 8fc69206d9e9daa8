package import PCRE2
package import Patterns

/// Searches texts for expressions of other packs than detection's, with the engine that runs detection's own: each is tried
/// only where it can match.
///
/// Immutable and shared by all workers.
package struct ExpressionSearch: Sendable {
  /// An expression and what it marks.
  package struct Expression: Sendable {
    /// For errors.
    var id: String
    var pattern: CompiledPattern
    var groups: [Int]
    var requirement: Requirement

    /// - Parameters:
    ///   - groups: numbers of the groups that are marked; 0 is the whole match.
    ///   - requirement: what a text must hold for the expression to be worth a search.
    package init(id: String, pattern: CompiledPattern, groups: [Int], requirement: Requirement) {
      self.id = id
      self.pattern = pattern
      self.groups = groups
      self.requirement = requirement
    }
  }

  private let search: RuleSearch

  /// - Parameter filters: the compiled filters of these expressions; nil makes them when they are needed.
  package init(
    _ expressions: [Expression], filtering: RuleFiltering = .whenItPays,
    filters: CompiledFilters? = nil
  ) {
    search = RuleSearch(
      expressions.map {
        RuleSearch.Rule(
          id: $0.id, pattern: $0.pattern, groups: $0.groups, requirement: $0.requirement)
      }, filtering: filtering, filters: filters)
  }

  /// Calls `body` with the number of an expression and the range of what it marks, in bytes of `text`: for each expression
  /// in the order of the text. Behind a match the search goes on at the end of what is marked.
  ///
  /// - Throws: when a search failed, or `text` is not UTF-8; what was told until then is not all there is.
  package func each(
    in text: [UInt8], _ scratch: inout DetectionScratch, _ body: (Int, Range<Int>) -> Void
  ) throws(DetectionError) {
    try UTF8Check.check(text)
    scratch.patterns.isRead = false
    try search.each(in: text.span, &scratch.patterns, body)
  }
}
