import Patterns

/// How an automaton goes on from the places where some rule may match.
extension RuleAutomaton {
  /// Goes on with all walks, rule by rule: most rules end at the next byte or two, and what few words in a row have in common
  /// would not be met again often enough to be worth remembering.
  mutating func readOn(_ text: Span<UInt8>, _ wanted: [Bool], _ list: inout StartList) {
    for walk in walks {
      for index in states.members(walk.state) where states.goesOn(index, text, Int(walk.place)) {
        let member = states.member(index)
        let rule = Int(member.rule)
        guard wanted[rule],
          tables.canMatch(rule, in: text, from: Int(walk.place), member.state, &run)
        else { continue }
        list.add(rule, Int(walk.start))
      }
    }
  }

  func report(_ walk: Walk, _ wanted: [Bool], _ list: inout StartList) {
    for index in states.reports(walk.state) where wanted[states.report(index)] {
      list.add(states.report(index), Int(walk.start))
    }
  }
}
