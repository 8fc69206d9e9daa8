import Patterns

/// A profile as its file says it, before what it extends is filled in.
struct ProfileDraft: Sendable {
  var file: String
  /// Of the name.
  var position: Position
  var name: String
  var version: Int
  var summary: String
  var extends: (name: String, position: Position)?
  var suspicion: Int?
  var keepsClinicians: Bool?
  var operators: [Category: Operator]
  /// Of the value of `operators`, else of the whole profile.
  var operatorsPosition: Position
  /// A mistake in it was told, so that what seems missing may only be misspelled.
  var isIncomplete: Bool

  /// The profile with what it leaves out taken from `lineage`, nearest first. Nil after an error was logged.
  func completed(from lineage: [ProfileDraft], log: inout DiagnosticLog) -> Profile? {
    let all = [self] + lineage
    guard !all.contains(where: \.isIncomplete) else { return nil }
    var merged: [Category: Operator] = [:]
    for draft in all { merged.merge(draft.operators) { nearer, _ in nearer } }
    let missing = Category.allCases.filter { merged[$0] == nil }.map(\.rawValue)
    guard missing.isEmpty else {
      log.error(
        file, operatorsPosition, "no operator for \(missing.joined(separator: ", ")); add them")
      return nil
    }
    guard let suspicion = firstValue(\.suspicion, "suspicion", all, &log),
      let keeps = firstValue(\.keepsClinicians, "keep-clinicians", all, &log)
    else { return nil }
    return Profile(
      name: name, version: version, summary: summary, operators: merged, suspicion: suspicion,
      keepsClinicians: keeps)
  }

  private func firstValue<Value>(
    _ path: KeyPath<ProfileDraft, Value?>, _ key: String, _ all: [ProfileDraft],
    _ log: inout DiagnosticLog
  ) -> Value? {
    if let value = all.lazy.compactMap({ $0[keyPath: path] }).first { return value }
    log.error(file, position, "this profile has no \"\(key)\"; add it")
    return nil
  }
}
