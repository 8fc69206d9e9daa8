import PCRE2

/// Whether a regex can match without a character, as `x*` and `(?=@)` can.
enum EmptyMatch {
  /// Right for every regex without subroutine calls. With calls PCRE2 cannot tell, and only what some short texts show
  /// is an error.
  static func isPossible(for compiled: CompiledPattern) -> Bool {
    // Only a length of 1 can have been raised from 0; most regexes need more and no second look.
    guard compiled.minimumLength < 2, leastLengthIsZero(of: compiled) else { return false }
    return !callsSubroutines(compiled.source) || isSeen(of: compiled)
  }

  /// PCRE2 reports the least length of a *subject*, raised to 1 where it knows some character that must be there, as for
  /// `(?=@)`. Beside the alternative `\X` it knows none, and the number left is that of the match.
  private static func leastLengthIsZero(of compiled: CompiledPattern) -> Bool {
    let beside = "(?: \(compiled.source)\n ) | \\X"
    let both = try? CompiledPattern(beside, options: compiled.options, useJIT: false)
    return both?.minimumLength ?? 0 == 0
  }

  /// `(?&name)`, `(?1)` and the like.
  private static func callsSubroutines(_ source: String) -> Bool {
    let calls = ["(?&", "(?P>", "(?R", "(?+", "\\g<", "\\g'"] + (0...9).map { "(?\($0)" }
    return calls.contains { source.contains($0) }
  }

  /// Tries texts that meet most assertions: no text, and line ends, letters, digits and marks beside each other.
  private static func isSeen(of compiled: CompiledPattern) -> Bool {
    var scratch = MatchScratch()
    for text in ["", "\n aA1.@-1a, A\n"] {
      let bytes = Array(text.utf8)
      var position = MatchPosition()
      while (try? scratch.nextMatch(of: compiled, in: bytes.span, at: &position)) == true {
        if scratch.range(ofGroup: 0)?.isEmpty == true { return true }
      }
    }
    return false
  }
}
