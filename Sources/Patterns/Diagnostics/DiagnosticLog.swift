/// Collects the mistakes of one run over all files, so that one run of the check shows them all.
package struct DiagnosticLog: Sendable {
  private var collected: Set<Diagnostic> = []

  package init() {}

  /// All of them by file and place, each once.
  package var sorted: [Diagnostic] { collected.sorted() }

  package var hasErrors: Bool { collected.hasErrors }

  package mutating func error(_ file: String, _ position: Position, _ message: String) {
    collected.insert(Diagnostic(file: file, position: position, message: message))
  }

  package mutating func warning(_ file: String, _ position: Position, _ message: String) {
    collected.insert(
      Diagnostic(file: file, position: position, severity: .warning, message: message))
  }

  /// Takes over what `other` collected.
  package mutating func add(_ other: DiagnosticLog) { collected.formUnion(other.collected) }
}
