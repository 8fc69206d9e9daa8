package import PCRE2

/// An automaton that accepts every text a regex can match from its first byte on, and more: negative assertions of more
/// than one byte, atomic groups and whatever a regular automaton cannot do count for nothing in it.
///
/// It branches in two ways: at a `split` one of two ways must lead to a match, and at a `both`, which is a lookahead, the
/// two of them must.
///
/// It is what tells cheaply where a match is impossible; where it accepts, PCRE2 decides.
package struct MatchSkeleton: Sendable, Equatable {
  package enum Kind: UInt8, Sendable {
    /// Consumes a byte of the set.
    case bytes
    /// The same, or the text's end.
    case bytesOrEnd
    /// Goes on at `next` and at `other`.
    case split
    /// Goes on at `next`, and from `other` as well there must be a match: a lookahead, with its body at `other`.
    case both
    /// The byte before is of the set.
    case behind
    /// A word boundary. At `other` stands a state that takes what can follow a word, and right behind it one that takes
    /// what begins one.
    case boundary
    /// The next byte is of the set.
    case limit
    /// A match, as far as the skeleton can tell.
    case match
    /// What was read so far may be all: a match that others may follow. Its set is empty.
    case stop

    /// Whether `State.set` counts.
    var hasSet: Bool {
      switch self {
      case .bytes, .bytesOrEnd, .behind, .boundary, .limit, .stop: true
      case .split, .both, .match: false
      }
    }
  }

  package struct State: Sendable, Hashable {
    package let kind: Kind
    /// Index into `sets`.
    package let set: UInt16
    /// `next` and `other`: a skeleton has no more states than sixteen bits tell apart, and there are hundreds of thousands
    /// of them.
    @usableFromInline let first: UInt16
    @usableFromInline let second: UInt16

    @inlinable package var next: Int32 { Int32(first) }
    @inlinable package var other: Int32 { Int32(second) }

    package init(kind: Kind, set: UInt16 = 0, next: Int32 = 0, other: Int32 = 0) {
      (self.kind, self.set) = (kind, set)
      first = UInt16(truncatingIfNeeded: next)
      second = UInt16(truncatingIfNeeded: other)
    }
  }

  package internal(set) var states: [State] = []
  package internal(set) var sets: [ByteSet] = []
  package internal(set) var start: Int32 = 0

  /// One without states.
  init() {}

  /// Nil when nothing can be told of the regex.
  package init?(_ pattern: CompiledPattern) {
    guard var parser = RegexParser(pattern.source, pattern.options), let root = parser.parse()
    else { return nil }
    self.init(root, parser.groups)
  }

  /// That of a part of a regex, and of all behind it.
  ///
  /// - Parameter groups: those that the part calls.
  init?(_ node: RegexNode, _ groups: [String: RegexNode]) {
    var builder = SkeletonBuilder(groups: groups)
    guard let skeleton = builder.build(node) else { return nil }
    self = skeleton
  }

  /// That of a part of a regex, read from its end to its start: there stands no match but a `stop`, since what is read on
  /// may be the part as well.
  ///
  /// - Parameter groups: those that the part calls.
  init?(backwards node: RegexNode, _ groups: [String: RegexNode]) {
    var builder = SkeletonBuilder(groups: groups.mapValues(\.backwards))
    guard let skeleton = builder.buildToStop(node.backwards) else { return nil }
    self = skeleton
  }
}
