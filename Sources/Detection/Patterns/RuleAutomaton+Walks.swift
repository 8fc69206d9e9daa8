import Patterns

/// How an automaton goes on from the places where some rule may match.
extension RuleAutomaton {
  /// Goes on with all walks, rule by rule: most rules end at the next byte or two, and what few words in a row have in common
  /// would not be met again often enough to be worth remembering.
  mutating func readOn(_ text: Span<UInt8>, _ wanted: [Bool], _ list: inout StartList) {
    for walk in walks {
      let following = following(text, Int(walk.place))
      for index in states.members(walk.state) where states.memberMask(index).meets(following) {
        let member = states.member(index)
        let rule = Int(member.rule)
        guard wanted[rule],
          tables.canMatch(
            rule, in: text, from: Int(walk.place), tables.entry(member.state), &run)
        else { continue }
        list.add(rule, Int(walk.start))
      }
    }
  }

  /// The byte at `place`, or any where the text ends.
  private func following(_ text: Span<UInt8>, _ place: Int) -> ByteMask {
    place < text.count ? ByteMask(of: text[place]) : .all
  }

  func report(_ walk: Walk, _ wanted: [Bool], _ list: inout StartList) {
    for index in states.reports(walk.state) where wanted[states.report(index)] {
      list.add(states.report(index), Int(walk.start))
    }
  }
}
