import PCRE2
import Patterns

/// Finds every identifier that the expressions of many rules mark in a text.
///
/// The text is worked through block by block. In each block a rule is tried only where the prefilters say that it can
/// match; its expression always sees the whole text.
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
  private static let attemptsPerCheck = 64

  private let rules: [Rule]
  private let prefilter: Prefilter?
  private let filters: LazyStartFilters?

  init(_ rules: [Rule], filtering: RuleFiltering) {
    self.rules = rules
    prefilter = filtering == .never ? nil : Prefilter(rules.map(\.requirement))
    filters =
      filtering == .never
      ? nil : LazyStartFilters(rules.map(\.pattern), isEager: filtering == .always)
  }

  /// Calls `body` with the number of a rule and the range of an identifier it marks: for each rule in the order of the
  /// text, group by group of each match.
  ///
  /// Behind a match the search goes on at the end of its identifier, not of the match, so that the context behind one
  /// identifier can be the context before the next; but always behind the match's first code point.
  ///
  /// - Parameter isWanted: whether a rule is to be searched.
  func each(
    in text: Span<UInt8>, _ scratch: inout PatternScratch, isWanted: (Int) -> Bool = { _ in true },
    _ body: (Int, Range<Int>) -> Void
  ) throws(DetectionError) {
    scratch.beginText(rules: rules.count)
    prefilter?.decide(text, &scratch)
    let isSearched = rules.indices.map {
      (prefilter == nil || scratch.isWorthwhile[$0]) && isWanted($0)
    }
    let searched = rules.indices.filter { isSearched[$0] }
    guard !searched.isEmpty else { return }
    let filters = filters?.forText(of: text.count)
    if let filters { scratch.select(filters.skeletons) }
    var from = 0
    repeat {
      if scratch.isTimeUp() { throw .interrupted }
      let end = RuleSearch.blockEnd(from: from, text)
      filters?.starts.mark(text, from..<end, wanted: isSearched, &scratch.starts)
      for rule in searched {
        if filters?.starts.isKnown[rule] == true {
          guard scratch.starts.isMarked[rule] else { continue }
          try searchMarked(rule, text, from, &scratch, body)
        } else {
          try searchAll(rule, text, from..<end, &scratch, body)
        }
      }
      from = end
    } while from < text.count
  }

  /// Tries a rule at its marked places of the block from `from`.
  private func searchMarked(
    _ rule: Int, _ text: Span<UInt8>, _ from: Int, _ scratch: inout PatternScratch,
    _ body: (Int, Range<Int>) -> Void
  ) throws(DetectionError) {
    var attempts = 0
    var next = max(from, scratch.resume[rule])
    while let place = scratch.starts.next(rule, from: next) {
      next = place + 1
      if skipsLineEnd(rule, text, place, scratch.resume[rule]) { continue }
      guard scratch.allowsMatch(of: rule, in: text, at: place) else { continue }
      attempts += 1
      if attempts % RuleSearch.attemptsPerCheck == 0, scratch.isTimeUp() { throw .interrupted }
      if try match(rule, text, place...place, &scratch) {
        pass(rule, text, &scratch, body)
        next = scratch.resume[rule]
      }
    }
  }

  /// Whether PCRE2, in a search that began at `begin`, would not try `place`, because it is between CR and LF.
  private func skipsLineEnd(_ rule: Int, _ text: Span<UInt8>, _ place: Int, _ begin: Int) -> Bool {
    place > begin && text[place] == 0x0a && text[place - 1] == 0x0d
      && !rules[rule].pattern.triesInsideLineEnds
  }

  /// Tries a rule everywhere in `block`, and at the text's end when it ends there.
  private func searchAll(
    _ rule: Int, _ text: Span<UInt8>, _ block: Range<Int>, _ scratch: inout PatternScratch,
    _ body: (Int, Range<Int>) -> Void
  ) throws(DetectionError) {
    let last = block.upperBound == text.count ? text.count : block.upperBound - 1
    var offset = max(block.lowerBound, scratch.resume[rule])
    while offset <= last, try match(rule, text, offset...last, &scratch) {
      pass(rule, text, &scratch, body)
      offset = scratch.resume[rule]
      if scratch.isTimeUp() { throw .interrupted }
    }
  }

  /// Tells `body` of the match just found, and sets where the search goes on.
  private func pass(
    _ rule: Int, _ text: Span<UInt8>, _ scratch: inout PatternScratch,
    _ body: (Int, Range<Int>) -> Void
  ) {
    guard let whole = scratch.matching.range(ofGroup: 0) else { return }
    var end = -1
    for group in rules[rule].groups {
      guard let range = scratch.matching.range(ofGroup: group), !range.isEmpty else { continue }
      body(rule, range)
      end = max(end, range.upperBound)
    }
    if end < 0 { end = whole.upperBound }
    let start = max(whole.lowerBound, scratch.started)
    scratch.resume[rule] = max(end, RuleSearch.codePoint(behind: start, text))
  }

  private func match(
    _ rule: Int, _ text: Span<UInt8>, _ starts: ClosedRange<Int>, _ scratch: inout PatternScratch
  ) throws(DetectionError) -> Bool {
    do throws(MatchError) {
      let isFound = try scratch.matching.firstMatch(
        of: rules[rule].pattern, in: text, from: starts.lowerBound, through: starts.upperBound,
        subject: scratch.subject)
      scratch.subject = .isValid
      scratch.started = starts.lowerBound
      return isFound
    } catch {
      throw error.isLimit
        ? .patternLimit(rule: rules[rule].id, limit: error.kind.rawValue)
        : .patternFailed(rule: rules[rule].id, code: error.code)
    }
  }

  /// The end of the block from `from`: not inside a code point, nor inside a line end of two bytes, where a search would
  /// find what one over the whole text does not.
  private static func blockEnd(from: Int, _ text: Span<UInt8>) -> Int {
    var end = from + StartMap.largestBlock
    guard end < text.count else { return text.count }
    while end > from + 4, text[end] & 0xc0 == 0x80 || text[end] == 0x0a && text[end - 1] == 0x0d {
      end -= 1
    }
    return end
  }

  /// The offset of the code point behind the one at `offset`; one past the text's end when there is none.
  private static func codePoint(behind offset: Int, _ text: Span<UInt8>) -> Int {
    var next = offset + 1
    while next < text.count, text[next] & 0xc0 == 0x80 { next += 1 }
    return next
  }
}
