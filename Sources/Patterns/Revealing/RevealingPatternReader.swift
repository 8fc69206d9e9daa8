import PCRE2

/// Reads one entry of `patterns` of a revealing pack.
struct RevealingPatternReader {
  let rules: RuleReader
  /// What the pack says for all patterns that do not say it themselves.
  let kind: RevealingKind?
  let reason: String?
  let suggestion: String?

  /// Nil after an error was logged; every key is read all the same.
  func read(_ node: YAMLNode, log: inout DiagnosticLog) -> RevealingPattern? {
    guard
      let fields = Fields(
        node, of: "pattern", file: rules.file, required: ["id", "finds", "regex", "match"],
        optional: ["kind", "reason", "suggestion", "caseless", "requires", "check", "nomatch"],
        log: &log)
    else { return nil }
    let id = rules.id(fields, log: &log)
    let kind = fields.word("kind", "kind of reference", log: &log) ?? self.kind
    let finds = fields.text("finds", log: &log)
    // These phrases are prose, whose case tells little: capitals are the exception here.
    let caseless = fields.flag("caseless", log: &log) ?? true
    let compiled = rules.regex.read(fields, caseless: caseless, log: &log)
    let requirement = rules.requirement(fields, log: &log)
    let checks = fields.words("check", "check", as: RevealingCheck.self, log: &log) ?? []
    let reason = fields.text("reason", log: &log) ?? self.reason
    let suggestion = fields.text("suggestion", log: &log) ?? self.suggestion
    let examples = ExampleReader(fields: fields, requirement: requirement).read(log: &log)
    demand(kind, "kind", fields, log: &log)
    demand(reason, "reason", fields, log: &log)
    demand(suggestion, "suggestion", fields, log: &log)
    guard let id, let kind, let finds, let compiled, let reason, let suggestion else { return nil }
    return RevealingPattern(
      id: id, kind: kind, finds: finds, compiled: compiled,
      groups: RevealingPatternReader.groups(of: compiled), requirement: requirement,
      checks: checks, reason: reason, suggestion: suggestion, examples: examples)
  }

  /// Logs that neither the pattern nor its pack says `key`.
  private func demand(
    _ value: (some Any)?, _ key: String, _ fields: Fields, log: inout DiagnosticLog
  ) {
    guard value == nil, fields.node(key) == nil else { return }
    log.error(
      rules.file, fields.position,
      "neither this pattern nor its pack has a \"\(key)\"; add it to one of them")
  }

  /// The groups named `phi`, `phi2` and so on, else the whole match.
  private static func groups(of compiled: CompiledPattern) -> [Int] {
    let numbers = compiled.groupNames.filter { $0.key.hasPrefix("phi") }.flatMap(\.value).sorted()
    return numbers.isEmpty ? [0] : numbers
  }
}
