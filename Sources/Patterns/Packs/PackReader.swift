/// Reads the mapping of one pack.
struct PackReader {
  let source: PackSource
  /// The fragments shared by all packs.
  let shared: Macros
  let useJIT: Bool

  /// The places are in the order of `patterns`, then `guards`.
  ///
  /// - Returns: nil after an error was logged that leaves nothing to go on with.
  func read(_ root: YAMLNode, log: inout DiagnosticLog) -> PackReading<Pack>? {
    guard
      let fields = Fields(
        root, of: "pack", file: source.file, required: ["pack", "version", "finds"],
        optional: ["define", "patterns", "guards"], log: &log)
    else { return nil }
    let head = PackHead(fields, of: source, shared: shared, useJIT: useJIT, log: &log)
    if fields.node("patterns") == nil, fields.node("guards") == nil {
      log.error(source.file, fields.position, "this pack has neither patterns nor guards; add one")
    }
    var places: [(id: String, position: Position)] = []
    var patterns: [Pattern] = []
    for node in fields.list("patterns", log: &log) ?? [] {
      guard let pattern = PatternReader(rules: head.rules).read(node, log: &log) else { continue }
      patterns.append(pattern)
      places.append((pattern.id, node.position))
    }
    var guards: [Guard] = []
    for node in fields.list("guards", log: &log) ?? [] {
      guard let rule = GuardReader(rules: head.rules).read(node, log: &log) else { continue }
      guards.append(rule)
      places.append((rule.id, node.position))
    }
    guard let name = head.name, let version = head.version, let finds = head.finds else {
      return nil
    }
    let pack = Pack(
      name: name, version: version, finds: finds, patterns: patterns, guards: guards,
      file: source.file)
    return PackReading(
      pack: pack, name: name, namePosition: fields.place(of: "pack"), places: places)
  }
}
