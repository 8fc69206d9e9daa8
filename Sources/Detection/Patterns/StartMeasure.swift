package import PCRE2
package import Patterns

/// Measures at how many places of a text an expression is tried for nothing: what no filter can rule out costs a call of
/// the matcher, and a rule that begins at every line with a number slows all of detection down though it works.
package enum StartMeasure {
  /// Vain tries in a thousand bytes from which a rule is slow. Those of the shipped rules are three at most.
  package static let most = 10

  /// How often in a thousand bytes of the sample that suits it worst the expression is tried in vain; nil when nothing
  /// tells where it can start, so that it is searched everywhere.
  package static func vainTries(of pattern: CompiledPattern) -> Int? {
    let skeletons = SkeletonSet([MatchSkeleton(pattern)], landmarks: [nil])
    guard skeletons.isAllKnown else { return nil }
    var automaton = RuleAutomaton(skeletons)
    return [SampleText.note, SampleText.table].map { vainTries(of: pattern, in: $0, &automaton) }
      .max()
  }

  private static func vainTries(
    of pattern: CompiledPattern, in text: [UInt8], _ automaton: inout RuleAutomaton
  ) -> Int {
    var list = StartList()
    automaton.mark(text.span, 0..<text.count, wanted: [true], &list)
    var scratch = MatchScratch()
    let vain = list.starts.count { start in
      let place = StartList.place(start)
      // A search that fails is vain as well.
      let isMatch = try? scratch.firstMatch(
        of: pattern, in: text.span, from: place, through: place)
      return isMatch != true
    }
    return vain * 1000 / text.count
  }
}

extension PackSet {
  /// Warnings of rules that are tried at so many places that they slow detection down; it takes as long as `advice`.
  package var startAdvice: [Diagnostic] {
    let rules =
      searchedEverywhere.map { ($0.id, $0.compiled) } + guards.map { ($0.id, $0.compiled) }
    return rules.compactMap { id, pattern in
      guard let tries = StartMeasure.vainTries(of: pattern), tries > StartMeasure.most else {
        return nil
      }
      return diagnostic(
        of: id, severity: .warning,
        "it is tried in vain at \(tries) places in a thousand bytes of a sample, which slows detection down; "
          + "let its first bytes say more, or put what must follow into a lookahead in front")
    }
  }
}
