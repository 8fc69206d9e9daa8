import Patterns

/// Reads the mapping of one profile.
struct ProfileReader {
  let source: PackSource

  private static let optional =
    ["extends", "suspicion", "operators", "hold", "present-year"]
    + ProfileSwitch.allCases.map(\.key)

  /// Nil after an error was logged that leaves the profile without a name.
  func read(_ root: YAMLNode, log: inout DiagnosticLog) -> ProfileDraft? {
    var own = DiagnosticLog()
    defer { log.add(own) }
    guard
      let fields = Fields(
        root, of: "profile", file: source.file, required: ["profile", "version", "summary"],
        optional: ProfileReader.optional, log: &own)
    else { return nil }
    let name = name(fields, log: &own)
    let version = fields.integer("version", in: 1...1_000_000, log: &own)
    let summary = fields.text("summary", log: &own)
    let extends = fields.text("extends", log: &own)
    var draft = ProfileDraft(
      file: source.file, position: fields.place(of: "profile"), name: name ?? "",
      version: version ?? 1, summary: summary ?? "",
      extends: extends.map { ($0, fields.place(of: "extends")) },
      operatorsPosition: fields.place(of: "operators"))
    draft.suspicion = fields.integer("suspicion", in: 0...1000, log: &own)
    draft.presentYear = fields.integer("present-year", in: 1990...2199, log: &own)
    draft.hold = fields.node("hold").flatMap { HoldReader(file: source.file).read($0, log: &own) }
    draft.operators = operators(fields, log: &own)
    draft.switches = switches(fields, beside: draft.operators, log: &own)
    guard name != nil else { return nil }
    draft.isIncomplete = own.hasErrors
    return draft
  }

  private func name(_ fields: Fields, log: inout DiagnosticLog) -> String? {
    guard let name = fields.text("profile", log: &log) else { return nil }
    if name != source.baseName {
      fields.refuse(
        "profile",
        "the profile \"\(name)\" stands in a file of another name; rename the file to \(name).yaml",
        log: &log)
    }
    return name
  }

  private func operators(_ fields: Fields, log: inout DiagnosticLog)
    -> [Category: ProfileDraft.PlacedOperator]
  {
    var operators: [Category: ProfileDraft.PlacedOperator] = [:]
    for entry in fields.entries("operators", log: &log) ?? [] {
      let category: Category? = fields.word(
        entry.key, "category", at: entry.keyPosition, log: &log)
      guard let text = fields.text(entry.value, "an operator", log: &log),
        let action: Operator = fields.word(text, "operator", at: entry.value.position, log: &log),
        let category
      else { continue }
      if action.applies(to: category) {
        operators[category] = .init(action: action, position: entry.value.position)
      } else {
        log.error(
          source.file, entry.value.position,
          "\(action.rawValue) means nothing for \(category.rawValue); choose one of "
            + Operator.names(applyingTo: category))
      }
    }
    return operators
  }

  /// The switches that the file sets, each with its place. One that contradicts an operator of the same file is refused:
  /// either may be the one that was meant.
  private func switches(
    _ fields: Fields, beside operators: [Category: ProfileDraft.PlacedOperator],
    log: inout DiagnosticLog
  ) -> [ProfileSwitch: ProfileDraft.PlacedFlag] {
    var switches: [ProfileSwitch: ProfileDraft.PlacedFlag] = [:]
    for each in ProfileSwitch.allCases {
      guard let keeps = fields.flag(each.key, log: &log) else { continue }
      if let category = each.category, let action = operators[category]?.action,
        (action == .keep) != keeps
      {
        fields.refuse(
          each.key,
          "\"\(each.key): \(keeps)\" and \"\(category.rawValue): \(action.rawValue)\" contradict "
            + "each other; remove one of them", log: &log)
      }
      switches[each] = .init(isOn: keeps, position: fields.place(of: each.key))
    }
    return switches
  }
}
