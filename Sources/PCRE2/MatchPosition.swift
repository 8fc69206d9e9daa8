/// Where the search for the next match of a pattern goes on.
package struct MatchPosition: Sendable, Hashable {
  /// Bytes of the subject.
  package private(set) var offset: Int
  /// An empty match was found right here and must not be found again.
  private(set) var refusesEmpty = false
  /// The subject was found to be valid UTF-8 by an earlier search.
  private(set) var isChecked = false
  /// The last search found nothing; there is no more.
  private(set) var isAtEnd = false

  /// Starts at `offset`, which must be the start of a code point.
  package init(_ offset: Int = 0) { self.offset = offset }

  mutating func pass(_ match: Range<Int>) {
    isChecked = true
    // A match may end before `offset` only through `\K`; then go on as from an empty one, or the search never ends.
    refusesEmpty = match.isEmpty || match.upperBound <= offset
    offset = max(offset, match.upperBound)
  }

  mutating func end() {
    isChecked = true
    isAtEnd = true
  }
}
