import PCRE2
import Patterns

/// How the expression of a rule is tried.
extension RuleSearch {
  /// Tries a rule at a place where it can match.
  func searchStart(
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
  func searchAll(
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
      throw DetectionError(error, rule: rules[rule].id)
    }
  }

  /// The offset of the code point behind the one at `offset`; one past the text's end when there is none.
  private static func codePoint(behind offset: Int, _ text: Span<UInt8>) -> Int {
    var next = offset + 1
    while next < text.count, text[next] & 0xc0 == 0x80 { next += 1 }
    return next
  }
}
