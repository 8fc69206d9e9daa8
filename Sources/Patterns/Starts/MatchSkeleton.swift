package import PCRE2

/// A nondeterministic automaton that accepts every text a regex can match from its first byte on, and more: assertions
/// in the middle, atomic groups and whatever a regular automaton cannot do count for nothing in it.
///
/// It is what tells cheaply where a match is impossible; where it accepts, PCRE2 decides.
package struct MatchSkeleton: Sendable {
  package enum Kind: UInt8, Sendable {
    /// Consumes a byte of the set.
    case bytes
    /// The same, or the text's end.
    case bytesOrEnd
    /// Goes on at `next` and at `other`.
    case split
    /// The byte before is of the set.
    case behind
    /// A word boundary.
    case boundary
    /// The next byte is of the set.
    case limit
    /// A match, as far as the skeleton can tell.
    case match
  }

  package struct State: Sendable {
    package var kind: Kind
    /// Index into `sets`.
    package var set: UInt16 = 0
    package var next: Int32 = 0
    package var other: Int32 = 0
  }

  package internal(set) var states: [State] = []
  package internal(set) var sets: [ByteSet] = []
  package internal(set) var start: Int32 = 0

  /// Nil when nothing can be told of the regex.
  package init?(_ pattern: CompiledPattern) {
    guard var parser = RegexParser(pattern.source, pattern.options), let root = parser.parse()
    else { return nil }
    var builder = SkeletonBuilder(groups: parser.groups)
    let start = builder.build(root)
    guard let sets = builder.setList else { return nil }
    (states, self.sets, self.start) = (builder.states, sets, start)
  }
}
