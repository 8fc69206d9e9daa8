import PCRE2

/// Reads one entry of `guards`.
struct GuardReader {
  let rules: RuleReader

  /// Nil after an error was logged; every key is read all the same.
  func read(_ node: YAMLNode, log: inout DiagnosticLog) -> Guard? {
    guard
      let fields = Fields(
        node, of: "guard", file: rules.file, required: RuleReader.required + ["against"],
        optional: RuleReader.optional, log: &log)
    else { return nil }
    let id = rules.id(fields, log: &log)
    let finds = fields.text("finds", log: &log)
    let compiled = rules.compiled(fields, log: &log)
    let requirement = rules.requirement(fields, log: &log)
    let against = fields.words("against", "category", as: Category.self, log: &log)
    if case .list(let written)? = fields.node("against")?.content, written.isEmpty {
      fields.refuse("against", "\"against\" is empty; name a category", log: &log)
    }
    let confidence = fields.thousandths("confidence", log: &log)
    let examples = ExampleReader(fields: fields, requirement: requirement).read(log: &log)
    guard let id, let finds, let compiled, let against, let confidence else { return nil }
    return Guard(
      id: id, finds: finds, compiled: compiled,
      group: compiled.groupNumber(named: "guard") ?? 0, requirement: requirement,
      against: Set(against), confidence: confidence, examples: examples)
  }
}
