import Documents
package import Syscalls

/// What the daemon tells beside its journal: figures, problems, and outcomes to the programs that want them.
package final class Telemetry: Sendable {
  package let figures = Figures()
  package let problems = ProblemBoard()
  let reasons = Reasons()
  let hooks: OutcomeHooks?

  package init(hooks: OutcomeHooks? = nil) { self.hooks = hooks }

  /// Begins to tell outcomes to the programs that want them.
  package func start(_ journal: Journal) throws(SystemError) {
    try hooks?.start(journal, figures)
  }

  /// Tells them what is waiting, and ends.
  package func finish() { hooks?.finish() }

  /// A document has come to its end, and everybody can see it.
  func finished(_ id: DocumentID, _ outcome: Outcome, milliseconds: Int, _ journal: Journal) {
    figures.finished(outcome, milliseconds: milliseconds)
    let notice = OutcomeNotice(id, outcome, reasons.take(of: id), milliseconds: milliseconds)
    guard let hooks, !hooks.tell(notice) else { return }
    figures.ran(hook: .dropped)
    journal.say(.hookFailed(id, .flood))
  }
}
