import Documents

/// What the daemon tells beside its journal: figures, problems, and outcomes to the programs that want them.
package final class Telemetry: Sendable {
  package let figures = Figures()
  package let problems = ProblemBoard()
  let reasons = Reasons()
  let hooks: OutcomeHooks?

  package init(hooks: OutcomeHooks? = nil) { self.hooks = hooks }

  /// A document has come to its end, and everybody can see it.
  func finished(_ id: DocumentID, _ outcome: Outcome, milliseconds: Int, _ journal: Journal) {
    figures.finished(outcome, milliseconds: milliseconds)
    let notice = OutcomeNotice(id, outcome, reasons.take(of: id), milliseconds: milliseconds)
    guard let hooks, !hooks.tell(notice) else { return }
    figures.ran(hook: .dropped)
    journal.say(.hookFailed(id, .flood))
  }
}
