import PCRE2

/// Finds every identifier that a rule's expression marks in a text.
struct IdentifierSearch {
  /// Bytes of text within which a match may start, before the worker is asked whether time is up.
  private static let stride = 8 * 1024

  let pattern: CompiledPattern
  /// Numbers of the groups that are identifiers; 0 is the whole match.
  let groups: [Int]
  /// The rule's id, for errors.
  let rule: String

  /// Calls `body` with the range of every identifier in `text`, group by group of each match.
  ///
  /// Behind a match the search goes on at the end of its identifier, not of the match, so that the context behind one
  /// identifier can be the context before the next; but always behind the match's first code point.
  func each(
    in text: Span<UInt8>, _ scratch: inout PatternScratch, _ body: (Range<Int>) -> Void
  ) throws(DetectionError) {
    var offset = 0
    while offset <= text.count {
      if scratch.isTimeUp() { throw .interrupted }
      let last = IdentifierSearch.last(from: offset, text)
      guard try match(in: text, offset...last, &scratch),
        let whole = scratch.matching.range(ofGroup: 0)
      else {
        offset = IdentifierSearch.codePoint(behind: last, text)
        continue
      }
      var end = -1
      for group in groups {
        guard let range = scratch.matching.range(ofGroup: group), !range.isEmpty else { continue }
        body(range)
        end = max(end, range.upperBound)
      }
      if end < 0 { end = whole.upperBound }
      offset = max(end, IdentifierSearch.codePoint(behind: max(whole.lowerBound, offset), text))
    }
  }

  private func match(
    in text: Span<UInt8>, _ starts: ClosedRange<Int>, _ scratch: inout PatternScratch
  ) throws(DetectionError) -> Bool {
    do throws(MatchError) {
      let isFound = try scratch.matching.firstMatch(
        of: pattern, in: text, from: starts.lowerBound, through: starts.upperBound,
        subject: scratch.subject)
      scratch.subject = .isValid
      return isFound
    } catch {
      throw error.isLimit
        ? .patternLimit(rule: rule, limit: error.kind.rawValue)
        : .patternFailed(rule: rule, code: error.code)
    }
  }

  /// The last offset of one search; not that of the first byte of a line end of two, or the next search would start
  /// between them.
  private static func last(from offset: Int, _ text: Span<UInt8>) -> Int {
    let last = min(offset + stride, text.count)
    let splits = last + 1 < text.count && text[last] == 0x0d && text[last + 1] == 0x0a
    return splits ? last + 1 : last
  }

  /// The offset of the code point behind the one at `offset`; one past the text's end when there is none.
  private static func codePoint(behind offset: Int, _ text: Span<UInt8>) -> Int {
    var next = offset + 1
    while next < text.count, text[next] & 0xc0 == 0x80 { next += 1 }
    return next
  }
}
