import Patterns
package import Revealing

extension Reason {
  /// Why a person has to decide about what remains; none when it does not tell too much.
  package static func revealing(_ residue: Residue) -> [Reason] {
    var reasons = residue.decisive.map { kind in
      Reason(
        code: "revealing.\(kind.rawValue)",
        explanation: "The text holds \(kind.words): that alone can tell who is meant.")
    }
    if residue.sum >= residue.limit {
      let kinds = residue.kinds.filter { $0 != .advice }.map(\.words)
      reasons.append(
        Reason(
          code: "revealing",
          explanation: """
            What remains tells too much together: \(kinds.joined(separator: ", ")). Write some of it in more general \
            words, or have a person decide.
            """))
    }
    return reasons
  }
}

extension Report.Worry {
  /// Whether it speaks of identifiers or unread words that the check of the finished text has found.
  package var isOfSecondScan: Bool {
    code == Reason.secondScan(1).code || code == Reason.unsupportedScript.code
  }
}
