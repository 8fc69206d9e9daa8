import Patterns

/// Reads the mapping of one profile.
struct ProfileReader {
  let source: PackSource

  /// Nil after an error was logged that leaves the profile without a name.
  func read(_ root: YAMLNode, log: inout DiagnosticLog) -> ProfileDraft? {
    var own = DiagnosticLog()
    defer { log.add(own) }
    guard
      let fields = Fields(
        root, of: "profile", file: source.file, required: ["profile", "version", "summary"],
        optional: ["extends", "suspicion", "keep-clinicians", "operators"], log: &own)
    else { return nil }
    let name = fields.text("profile", log: &own)
    if let name, name != source.baseName {
      fields.refuse(
        "profile",
        "the profile \"\(name)\" stands in a file of another name; rename the file to \(name).yaml",
        log: &own)
    }
    let version = fields.integer("version", in: 1...1_000_000, log: &own)
    let summary = fields.text("summary", log: &own)
    let extends = fields.text("extends", log: &own)
    let suspicion = fields.integer("suspicion", in: 0...1000, log: &own)
    let keeps = fields.flag("keep-clinicians", log: &own)
    let operators = operators(fields, log: &own)
    guard let name else { return nil }
    return ProfileDraft(
      file: source.file, position: fields.place(of: "profile"), name: name, version: version ?? 1,
      summary: summary ?? "", extends: extends.map { ($0, fields.place(of: "extends")) },
      suspicion: suspicion, keepsClinicians: keeps, operators: operators,
      operatorsPosition: fields.place(of: "operators"), isIncomplete: own.hasErrors)
  }

  private func operators(_ fields: Fields, log: inout DiagnosticLog) -> [Category: Operator] {
    var operators: [Category: Operator] = [:]
    for entry in fields.entries("operators", log: &log) ?? [] {
      let category: Category? = fields.word(
        entry.key, "category", at: entry.keyPosition, log: &log)
      guard let text = fields.text(entry.value, "an operator", log: &log),
        let action: Operator = fields.word(text, "operator", at: entry.value.position, log: &log),
        let category
      else { continue }
      if action.applies(to: category) {
        operators[category] = action
        warn(ofKeeping: category, action, entry.value.position, log: &log)
      } else {
        log.error(
          source.file, entry.value.position,
          "\(action.rawValue) means nothing for \(category.rawValue); choose tag, remove, mask or keep"
        )
      }
    }
    return operators
  }

  /// 164.514(e)(2) names what goes even when a recipient signs a data use agreement: all but dates, towns, states, ZIP
  /// codes and what is only "other".
  private func warn(
    ofKeeping category: Category, _ action: Operator, _ position: Position,
    log: inout DiagnosticLog
  ) {
    let mayStay: [HIPAAItem] = [.geography, .dates, .other]
    guard action == .keep, category == .address || !mayStay.contains(category.item) else { return }
    log.warning(
      source.file, position,
      "this keeps \(category.rawValue), which not even a limited data set may hold (45 CFR 164.514(e)(2)); use tag"
    )
  }
}
