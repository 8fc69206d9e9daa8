/// A pack as it was read, and where its name and its rules stand.
struct PackReading<Pack> {
  var pack: Pack
  var name: String
  var namePosition: Position
  var places: [(id: String, position: Position)]
}

/// What packs of all forms begin with, and the reader of their rules.
struct PackHead {
  let name: String?
  let version: Int?
  let finds: String?
  /// Knows the pack's own fragments and the shared ones.
  let rules: RuleReader

  init(
    _ fields: Fields, of source: PackSource, shared: Macros, useJIT: Bool,
    log: inout DiagnosticLog
  ) {
    name = PackHead.name(fields, log: &log)
    version = fields.integer("version", in: 1...1_000_000, log: &log)
    finds = fields.text("finds", log: &log)
    let text = SourceText(source.bytes)
    let macros = DefinitionReader(file: source.file, source: text)
      .read(fields, "define", into: shared, log: &log)
    rules = RuleReader(
      file: source.file, pack: name ?? source.baseName,
      regex: RegexReader(file: source.file, source: text, macros: macros, useJIT: useJIT))
  }

  private static func name(_ fields: Fields, log: inout DiagnosticLog) -> String? {
    guard let name = fields.text("pack", log: &log) else { return nil }
    if RuleReader.isName(name) { return name }
    fields.refuse("pack", "a pack's name has lower-case letters, digits and - only", log: &log)
    return nil
  }
}
