/// Reads the examples of a rule, and checks what can be checked without running it.
struct ExampleReader {
  let fields: Fields
  let requirement: Requirement

  /// Nil examples are no mistake of their own: a missing `match` is logged by `Fields`.
  func read(log: inout DiagnosticLog) -> Examples {
    let match = fields.texts("match", log: &log) ?? []
    if case .list(let written)? = fields.node("match")?.content, written.isEmpty {
      fields.refuse("match", "add a text that this \(fields.subject) must find", log: &log)
    }
    let noMatch = fields.texts("nomatch", log: &log) ?? []
    return Examples(
      match: match.compactMap { matching($0.text, $0.node.position, log: &log) },
      noMatch: noMatch.compactMap { notMatching($0.text, $0.node.position, log: &log) })
  }

  private func matching(_ written: String, _ position: Position, log: inout DiagnosticLog)
    -> Examples.Example?
  {
    do {
      let marks = try ExampleMarks(written)
      checkRequirement(marks.text, position, log: &log)
      return Examples.Example(
        text: String(decoding: marks.text, as: UTF8.self), marked: marks.marked,
        line: position.line)
    } catch {
      log.error(fields.file, position, error.message)
      return nil
    }
  }

  private func notMatching(_ written: String, _ position: Position, log: inout DiagnosticLog)
    -> Examples.Example?
  {
    guard !written.contains("[["), !written.contains("]]") else {
      log.error(fields.file, position, "a text of \"nomatch\" has no marks; remove the [[ and ]]")
      return nil
    }
    return Examples.Example(text: written, line: position.line)
  }

  /// A requirement that an example does not meet keeps the pattern from ever being tried on such a text.
  ///
  /// Only ASCII texts are judged: detection folds other letters and digits before it looks.
  private func checkRequirement(_ text: [UInt8], _ position: Position, log: inout DiagnosticLog) {
    guard text.allSatisfy({ $0 < 0x80 }) else { return }
    let digits = text.count { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    if digits < requirement.digits {
      log.error(
        fields.file, position,
        "this example has \(digits) digits, but \"requires\" asks for \(requirement.digits)")
    }
    let lowered = String(decoding: text, as: UTF8.self).lowercased()
    let literals = requirement.literals
    if !literals.isEmpty, !literals.contains(where: { lowered.contains($0.lowercased()) }) {
      log.error(
        fields.file, position, "this example holds none of the literals that \"requires\" asks for")
    }
  }
}
