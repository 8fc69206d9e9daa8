import Detection
import Lexicons
import Patterns

/// Runs revealing patterns over a reading view.
struct ReferenceSearch: Sendable {
  /// What a pattern found.
  struct Hit: Sendable {
    /// The place of the pattern among all.
    var pattern: Int
    /// In bytes of the view, and once it is known of the text.
    var range: Range<Int>
  }

  private let patterns: [RevealingPattern]
  private let search: ExpressionSearch
  private let occupations: OccupationCheck
  private let medicine: MedicineCheck

  init(
    _ patterns: [RevealingPattern], lexicon: Lexicon, filtering: RuleFiltering,
    filters: CompiledFilters? = nil
  ) {
    self.patterns = patterns
    search = ExpressionSearch(
      patterns.map {
        .init(id: $0.id, pattern: $0.compiled, groups: $0.groups, requirement: $0.requirement)
      }, filtering: filtering, filters: filters)
    occupations = OccupationCheck(lexicon: lexicon)
    medicine = MedicineCheck(lexicon: lexicon)
  }

  /// What the patterns find, pattern by pattern, each in the order of the text.
  ///
  /// - Parameter bytes: a reading view, valid UTF-8.
  func hits(in bytes: [UInt8], _ scratch: inout DetectionScratch) throws(DetectionError) -> [Hit] {
    var hits: [Hit] = []
    try search.each(in: bytes, &scratch) { pattern, range in
      if passes(patterns[pattern], bytes[range]) {
        hits.append(Hit(pattern: pattern, range: range))
      }
    }
    // The search goes block by block.
    return hits.sorted { ($0.pattern, $0.range.lowerBound) < ($1.pattern, $1.range.lowerBound) }
  }

  private func passes(_ pattern: RevealingPattern, _ words: ArraySlice<UInt8>) -> Bool {
    pattern.checks.allSatisfy { check in
      switch check {
      case .listedOccupation: occupations.passes(words)
      case .medicine: medicine.isNamed(in: words)
      case .everyday: !medicine.isNamed(in: words)
      }
    }
  }
}
