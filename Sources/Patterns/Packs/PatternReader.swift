import PCRE2

/// Reads one entry of `patterns`.
struct PatternReader {
  let rules: RuleReader

  /// Nil after an error was logged; every key is read all the same.
  func read(_ node: YAMLNode, log: inout DiagnosticLog) -> Pattern? {
    guard
      let fields = Fields(
        node, of: "pattern", file: rules.file,
        required: RuleReader.required + ["category", "hipaa"],
        optional: RuleReader.optional + [
          "phi", "validate", "confirm", "role", "evidence", "column",
        ],
        log: &log)
    else { return nil }
    let id = rules.id(fields, log: &log)
    let category = category(fields, log: &log)
    let finds = fields.text("finds", log: &log)
    let compiled = rules.compiled(fields, log: &log)
    let groups = compiled.map { identifierGroups(fields, $0, log: &log) }
    let requirement = rules.requirement(fields, log: &log)
    let validators = fields.words("validate", "validator", as: Validator.self, log: &log) ?? []
    let confirmations = fields.words("confirm", "validator", as: Validator.self, log: &log) ?? []
    let confidence = fields.thousandths("confidence", log: &log)
    let role = fields.word("role", "role", as: Role.self, log: &log) ?? .unknown
    let evidence = evidence(fields, log: &log)
    let column = column(fields, log: &log)
    let examples = ExampleReader(fields: fields, requirement: requirement).read(log: &log)
    guard let id, let category, let finds, let compiled, let groups, let confidence else {
      return nil
    }
    return Pattern(
      id: id, category: category, finds: finds, compiled: compiled, identifierGroups: groups,
      requirement: requirement, validators: validators, confirmations: confirmations,
      confidence: confidence, role: role, evidence: evidence, column: column, examples: examples)
  }

  /// The heads of `column`: words and single spaces, as they stand in a table but in lower case.
  private func column(_ fields: Fields, log: inout DiagnosticLog) -> [String] {
    guard let heads = fields.texts("column", log: &log) else { return [] }
    if heads.isEmpty {
      fields.refuse("column", "\"column\" is empty; name a head or remove the key", log: &log)
    }
    for (head, node) in heads where head != PatternReader.folded(head) {
      log.error(
        fields.file, node.position,
        "\"\(head)\" is no head of a column; write \"\(PatternReader.folded(head))\"")
    }
    return heads.map(\.text)
  }

  /// Lower case, letters, digits and `'-/` in words with one space between.
  private static func folded(_ head: String) -> String {
    head.lowercased().split { !$0.isLetter && !$0.isNumber && !"'-/".contains($0) }
      .joined(separator: " ")
  }

  /// The category, whose item of the regulation the author states too: a check on the author's understanding.
  private func category(_ fields: Fields, log: inout DiagnosticLog) -> Category? {
    let category: Category? = fields.word("category", "category", log: &log)
    let item: HIPAAItem? = fields.word("hipaa", "HIPAA item", log: &log)
    if let category, let item, category.item != item {
      fields.refuse(
        "hipaa",
        "\(category.rawValue) falls under item \(category.item.rawValue), not \(item.rawValue); correct the item or the category",
        log: &log)
    }
    return category
  }

  /// The groups of `phi`; by default the group of that name, else the whole match.
  private func identifierGroups(
    _ fields: Fields, _ compiled: CompiledPattern, log: inout DiagnosticLog
  ) -> [Int] {
    guard fields.node("phi") != nil else { return compiled.groupNames["phi"] ?? [0] }
    guard let names = fields.texts("phi", log: &log) else { return [] }
    if names.isEmpty {
      fields.refuse("phi", "\"phi\" is empty; name a group or remove the key", log: &log)
    }
    var groups: Set<Int> = []
    for (name, node) in names {
      guard let numbers = compiled.groupNames[name] else {
        let hint = NearestWord.hint(for: name, in: Array(compiled.groupNames.keys))
        log.error(fields.file, node.position, "the regex has no group (?<\(name)>...)\(hint)")
        continue
      }
      groups.formUnion(numbers)
    }
    return groups.sorted()
  }

  /// Codes such as `context:title`.
  private func evidence(_ fields: Fields, log: inout DiagnosticLog) -> [String] {
    guard let codes = fields.texts("evidence", log: &log) else { return [] }
    for (code, node) in codes {
      let parts = code.split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count == 2, parts.allSatisfy({ RuleReader.isName($0) }) else {
        log.error(
          fields.file, node.position,
          "\"\(code)\" is no evidence code; write two words of lower-case letters, digits and - with a colon between, as in context:title"
        )
        continue
      }
    }
    return codes.map(\.text)
  }
}
