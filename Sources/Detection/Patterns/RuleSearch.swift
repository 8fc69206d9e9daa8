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
    let skeletons = filters?.forText(of: text.count)
    // What is known of their starts finds the rules faster than what they require of the text.
    if skeletons?.isAllKnown != true { prefilter?.decide(text, &scratch) }
    let isSearched = rules.indices.map {
      (!scratch.isDecided || scratch.isWorthwhile[$0]) && isWanted($0)
    }
    let everywhere = rules.indices.filter { isSearched[$0] && skeletons?.skeletons[$0] == nil }
    guard isSearched.contains(true) else { return }
    var from = 0
    repeat {
      if scratch.isTimeUp() { throw .interrupted }
      let end = RuleSearch.blockEnd(from: from, text)
      if let skeletons {
        scratch.findStarts(skeletons, text, from..<end, wanted: isSearched)
        for start in scratch.starts.starts {
          try searchStart(StartList.rule(start), text, StartList.place(start), &scratch, body)
        }
      }
      for rule in everywhere { try searchAll(rule, text, from..<end, &scratch, body) }
      from = end
    } while from < text.count
  }

  /// Tries a rule at a place where it can match.
  private func searchStart(
    _ rule: Int, _ text: Span<UInt8>, _ place: Int, _ scratch: inout PatternScratch,
    _ body: (Int, Range<Int>) -> Void
  ) throws(DetectionError) {
    guard place >= scratch.resume[rule],
      !skipsLineEnd(rule, text, place, scratch.resume[rule])
    else { return }
    scratch.attempts &+= 1
    if scratch.attempts.isMultiple(of: RuleSearch.attemptsPerCheck), scratch.isTimeUp() {
      throw .interrupted
    }
    if try match(rule, text, place...place, &scratch), isMet(rule, text, &scratch) {
      pass(rule, text, &scratch, body)
    }
  }

  /// Whether the text meets what the rule just matched requires of it; mostly the match itself does.
  private func isMet(_ rule: Int, _ text: Span<UInt8>, _ scratch: inout PatternScratch) -> Bool {
    guard let prefilter else { return true }
    if scratch.isDecided { return scratch.isWorthwhile[rule] }
    if let match = scratch.matching.range(ofGroup: 0),
      prefilter.isMet(rule, by: text.extracting(match))
    {
      return true
    }
    prefilter.decide(text, &scratch)
    return scratch.isWorthwhile[rule]
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
    var end = from + StartList.largestBlock
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
