package import PCRE2

/// What stands in every match of a regex, and how far behind the match's start at most: where none of it stands near,
/// the regex need not be tried.
package struct Landmark: Sendable, Equatable {
  /// Texts of which every match holds at least one, in order.
  package let literals: [LandmarkText]
  /// How many bytes stand at most between the start of a match and that of its literal, where a long run counts as
  /// `longestRun`.
  package let reach: Int
  /// What stands between them, read from the literal back to the start; nil when that cannot be told.
  package let approach: MatchSkeleton?
  /// What stands between them and the match's end; nil when that cannot be told.
  package let departure: MatchSkeleton?

  /// A run of bytes that are all white space, or all none, counts as so many bytes where it is longer: so there is an end
  /// to how far a few words of any length reach.
  package static let longestRun = 12
  /// The bytes of a literal at most.
  package static let longestLiteral = 8
  /// The farthest landmark worth looking for.
  package static let farthest = 600

  /// The white space that makes runs; that outside ASCII (`wideSpaces`) goes on with whatever run it stands behind.
  package static let space = ByteSet([0x20, 0x09, 0x0a, 0x0b, 0x0c, 0x0d])

  /// The white space outside ASCII, as PCRE2's `\h` has it.
  package static let wideSpaces: [[UInt8]] =
    ([0xa0, 0x1680, 0x180e, 0x202f, 0x205f, 0x3000] + Array(0x2000...0x200a)).compactMap {
      Unicode.Scalar($0).map { Array(String($0).utf8) }
    }

  /// The Kelvin sign and the long s are letters of ASCII when case does not count: where one of them stands, any literal
  /// may.
  package static let kin = [LandmarkText([0xe2, 0x84, 0xaa]), LandmarkText([0xc5, 0xbf])]

  /// A byte as it stands in literals: letters in lower case, digits all alike.
  @inlinable package static func folded(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0x41...0x5a: byte | 0x20
    case 0x30...0x39: 0x30
    default: byte
    }
  }

  /// The best landmark of a regex; nil when nothing can be told of it, or it has none.
  ///
  /// - Parameter mostCost: one that costs more is worse than none: the places to look at in a thousand bytes.
  package init?(_ pattern: CompiledPattern, mostCost: Double) {
    guard var parser = RegexParser(pattern.source, pattern.options), let root = parser.parse()
    else { return nil }
    var finder = LandmarkFinder(groups: parser.groups, mostCost: mostCost)
    guard let mark = finder.mark(of: root) else { return nil }
    self.init(
      literals: mark.texts, reach: mark.reach,
      approach: MatchSkeleton(backwards: mark.approach, parser.groups),
      departure: MatchSkeleton(mark.departure, parser.groups))
  }

  /// By how many bytes its longest text is longer than its shortest.
  package var spread: Int {
    let lengths = literals.map { $0.bytes.count }
    return (lengths.max() ?? 0) - (lengths.min() ?? 0)
  }

  package init(
    literals: [LandmarkText], reach: Int, approach: MatchSkeleton?, departure: MatchSkeleton?
  ) {
    (self.literals, self.reach) = (literals, reach)
    (self.approach, self.departure) = (approach, departure)
  }
}
