import PCRE2

/// All matches of `pattern` in `text`, each as the ranges of its groups.
func matches(
  _ pattern: CompiledPattern, _ text: [UInt8], from start: Int = 0,
  limits: MatchLimits = MatchLimits()
) throws(MatchError) -> [[Range<Int>?]] {
  var scratch = MatchScratch(limits: limits)
  var position = MatchPosition(start)
  var found: [[Range<Int>?]] = []
  while try scratch.nextMatch(of: pattern, in: text.span, at: &position) {
    var groups: [Range<Int>?] = []
    for group in 0...pattern.captureCount { groups.append(scratch.range(ofGroup: group)) }
    found.append(groups)
  }
  return found
}

/// The error that the search of `text` ends in, if it does.
func failure(_ pattern: CompiledPattern, _ text: [UInt8], limits: MatchLimits = MatchLimits())
  -> MatchError?
{
  do throws(MatchError) {
    _ = try matches(pattern, text, limits: limits)
    return nil
  } catch { return error }
}
