/// Reads the mapping of one revealing pack.
struct RevealingPackReader {
  /// A pack, and where its patterns stand.
  struct Reading {
    var pack: RevealingPack
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
        root, of: "pack", file: source.file, required: ["pack", "version", "finds", "patterns"],
        optional: ["define", "kind", "reason", "suggestion"], log: &log)
    else { return nil }
    let name = name(fields, log: &log)
    let version = fields.integer("version", in: 1...1_000_000, log: &log)
    let finds = fields.text("finds", log: &log)
    let reader = patternReader(fields, name, log: &log)
    var places: [(id: String, position: Position)] = []
    var patterns: [RevealingPattern] = []
    for node in fields.list("patterns", log: &log) ?? [] {
      guard let pattern = reader.read(node, log: &log) else { continue }
      patterns.append(pattern)
      places.append((pattern.id, node.position))
    }
    guard let name, let version, let finds else { return nil }
    let pack = RevealingPack(
      name: name, version: version, finds: finds, patterns: patterns, file: source.file)
    return Reading(pack: pack, namePosition: fields.place(of: "pack"), places: places)
  }

  /// The reader of the pack's patterns, with what the pack says for all of them.
  private func patternReader(_ fields: Fields, _ name: String?, log: inout DiagnosticLog)
    -> RevealingPatternReader
  {
    let text = SourceText(source.bytes)
    let macros = DefinitionReader(file: source.file, source: text)
      .read(fields, "define", into: shared, log: &log)
    let rules = RuleReader(
      file: source.file, pack: name ?? source.baseName,
      regex: RegexReader(file: source.file, source: text, macros: macros, useJIT: useJIT))
    return RevealingPatternReader(
      rules: rules, kind: fields.word("kind", "kind of reference", log: &log),
      reason: fields.text("reason", log: &log), suggestion: fields.text("suggestion", log: &log))
  }

  private func name(_ fields: Fields, log: inout DiagnosticLog) -> String? {
    guard let name = fields.text("pack", log: &log) else { return nil }
    if RuleReader.isName(name) { return name }
    fields.refuse("pack", "a pack's name has lower-case letters, digits and - only", log: &log)
    return nil
  }
}
