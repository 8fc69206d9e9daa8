/// Reads the mapping of one pack.
struct PackReader {
  /// A pack, and where its rules stand in the order of `patterns`, then `guards`.
  struct Reading {
    var pack: Pack
    var namePosition: Position
    var places: [(id: String, position: Position)]
  }

  let source: PackSource
  /// The fragments shared by all packs.
  let shared: Macros
  let useJIT: Bool

  /// Nil after an error was logged that leaves nothing to go on with.
  func read(_ root: YAMLNode, log: inout DiagnosticLog) -> Reading? {
    guard
      let fields = Fields(
        root, of: "pack", file: source.file, required: ["pack", "version", "finds"],
        optional: ["define", "patterns", "guards"], log: &log)
    else { return nil }
    let name = name(fields, log: &log)
    let version = fields.integer("version", in: 1...1_000_000, log: &log)
    let finds = fields.text("finds", log: &log)
    let definitions = DefinitionReader(file: source.file, source: SourceText(source.bytes))
    let macros = definitions.read(fields, "define", into: shared, log: &log)
    let rules = RuleReader(
      file: source.file, pack: name ?? source.baseName,
      regex: RegexReader(
        file: source.file, source: SourceText(source.bytes), macros: macros, useJIT: useJIT))
    if fields.node("patterns") == nil, fields.node("guards") == nil {
      log.error(source.file, fields.position, "this pack has neither patterns nor guards; add one")
    }
    var places: [(id: String, position: Position)] = []
    var patterns: [Pattern] = []
    for node in fields.list("patterns", log: &log) ?? [] {
      guard let pattern = PatternReader(rules: rules).read(node, log: &log) else { continue }
      patterns.append(pattern)
      places.append((pattern.id, node.position))
    }
    var guards: [Guard] = []
    for node in fields.list("guards", log: &log) ?? [] {
      guard let rule = GuardReader(rules: rules).read(node, log: &log) else { continue }
      guards.append(rule)
      places.append((rule.id, node.position))
    }
    guard let name, let version, let finds else { return nil }
    let pack = Pack(
      name: name, version: version, finds: finds, patterns: patterns, guards: guards,
      file: source.file)
    return Reading(pack: pack, namePosition: fields.place(of: "pack"), places: places)
  }

  private func name(_ fields: Fields, log: inout DiagnosticLog) -> String? {
    guard let name = fields.text("pack", log: &log) else { return nil }
    if RuleReader.isName(name) { return name }
    fields.refuse("pack", "a pack's name has lower-case letters, digits and - only", log: &log)
    return nil
  }
}
