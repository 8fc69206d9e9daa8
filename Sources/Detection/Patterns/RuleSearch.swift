import PCRE2
import Patterns

/// Finds every identifier that the expressions of many rules mark in a text.
///
/// The text is worked through block by block. In each block a rule is tried only where the prefilters say that it can
/// match; its expression always sees the whole text. A text is read once for all rules: those that are to be tried
/// later, when it is known which of them matter, have their places kept until then.
struct RuleSearch: Sendable {
  /// An expression and what it marks.
  struct Rule: Sendable {
    /// For errors.
    var id: String
    var pattern: CompiledPattern
    /// Numbers of the groups that are identifiers; 0 is the whole match.
    var groups: [Int]
    var requirement: Requirement
  }

  /// Attempts at matching before the worker is asked whether time is up.
  static let attemptsPerCheck = 64

  let rules: [Rule]
  let prefilter: Prefilter?
  private let filters: LazyStartFilters?

  /// - Parameter filters: the compiled filters of these very rules; nil makes them when they are needed.
  init(_ rules: [Rule], filtering: RuleFiltering, filters: CompiledFilters? = nil) {
    self.rules = rules
    prefilter = filtering == .never ? nil : Prefilter(rules.map(\.requirement))
    self.filters =
      filtering == .never
      ? nil
      : LazyStartFilters(
        rules.map(\.pattern), compiled: filters, isEager: filtering == .always)
  }

  /// Calls `body` with the number of a rule and the range of an identifier it marks: for each rule in the order of the
  /// text, group by group of each match.
  ///
  /// Behind a match the search goes on at the end of its identifier, not of the match, so that the context behind one
  /// identifier can be the context before the next; but always behind the match's first code point.
  ///
  /// - Parameter first: the rules before this one are tried; nil tries all. For the others see `eachKept`.
  func each(
    in text: Span<UInt8>, _ scratch: inout PatternScratch, before first: Int? = nil,
    _ body: (Int, Range<Int>) -> Void
  ) throws(DetectionError) {
    let first = first ?? rules.count
    let skeletons = begin(text, &scratch)
    let isSearched = rules.indices.map { !scratch.isDecided || scratch.isWorthwhile[$0] }
    let everywhere = (0..<first).filter { isSearched[$0] && skeletons?.isKnown[$0] != true }
    if let skeletons {
      guard scratch.findMarked(skeletons, text, wanted: isSearched) else { throw .interrupted }
      try searchStarts(text, before: first, &scratch, body)
    }
    try eachBlock(of: text, &scratch) { block, scratch throws(DetectionError) in
      if let skeletons {
        scratch.findStarts(skeletons, text, block, wanted: isSearched)
        try searchStarts(text, before: first, &scratch, body)
      }
      for rule in everywhere { try searchAll(rule, text, block, &scratch, body) }
    }
  }

  /// Tries the rules before `first` at the places that `scratch.starts` has, and keeps those of the others.
  private func searchStarts(
    _ text: Span<UInt8>, before first: Int, _ scratch: inout PatternScratch,
    _ body: (Int, Range<Int>) -> Void
  ) throws(DetectionError) {
    for start in scratch.starts.starts {
      let rule = StartList.rule(start)
      if rule < first {
        try searchStart(rule, text, StartList.place(start), &scratch, body)
      } else {
        scratch.kept.append(start)
      }
    }
  }

  /// The same for the rules from `first` on, at the places that `each` kept of this text; it may be asked again.
  ///
  /// - Parameter isWanted: whether a rule is to be tried.
  func eachKept(
    in text: Span<UInt8>, _ scratch: inout PatternScratch, from first: Int,
    isWanted: (Int) -> Bool, _ body: (Int, Range<Int>) -> Void
  ) throws(DetectionError) {
    if !scratch.isRead { try each(in: text, &scratch, before: 0) { _, _ in } }
    let isSearched = rules.indices.map {
      $0 >= first && (!scratch.isDecided || scratch.isWorthwhile[$0]) && isWanted($0)
    }
    for rule in first..<rules.count { scratch.resume[rule] = 0 }
    for index in scratch.kept.indices {
      let start = scratch.kept[index]
      guard isSearched[StartList.rule(start)] else { continue }
      try searchStart(StartList.rule(start), text, StartList.place(start), &scratch, body)
    }
    let skeletons = scratch.skeletons
    let everywhere = (first..<rules.count).filter {
      isSearched[$0] && skeletons?.isKnown[$0] != true
    }
    guard !everywhere.isEmpty else { return }
    try eachBlock(of: text, &scratch) { block, scratch throws(DetectionError) in
      for rule in everywhere { try searchAll(rule, text, block, &scratch, body) }
    }
  }

  /// Makes ready for a text; the filters of places are returned where there are any.
  private func begin(_ text: Span<UInt8>, _ scratch: inout PatternScratch) -> SkeletonSet? {
    scratch.beginText(rules: rules.count)
    let skeletons = filters?.forText(of: text.count) {
      prefilter?.decide(text, &scratch)
      return scratch.isWorthwhile.count { $0 }
    }
    scratch.skeletons = skeletons
    // What is known of their starts finds the rules faster than what they require of the text.
    if skeletons?.isAllKnown != true, !scratch.isDecided { prefilter?.decide(text, &scratch) }
    return skeletons
  }

  private func eachBlock(
    of text: Span<UInt8>, _ scratch: inout PatternScratch,
    _ body: (Range<Int>, inout PatternScratch) throws(DetectionError) -> Void
  ) throws(DetectionError) {
    var from = 0
    repeat {
      if scratch.isTimeUp() { throw .interrupted }
      let end = RuleSearch.blockEnd(from: from, text)
      try body(from..<end, &scratch)
      from = end
    } while from < text.count
  }

  /// The end of the block from `from`: not inside a code point, nor inside a line end of two bytes, where a search would
  /// find what one over the whole text does not.
  private static func blockEnd(from: Int, _ text: Span<UInt8>) -> Int {
    var end = from + StartList.largestBlock
    guard end < text.count else { return text.count }
    while end > from + 4, text[end] & 0xc0 == 0x80 || text[end] == 0x0a && text[end - 1] == 0x0d {
      end -= 1
    }
    return end
  }
}
