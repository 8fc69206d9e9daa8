/// Reads the mapping of one revealing pack.
struct RevealingPackReader {
  let source: PackSource
  /// The fragments shared by all packs.
  let shared: Macros
  let useJIT: Bool

  /// Nil after an error was logged that leaves nothing to go on with.
  func read(_ root: YAMLNode, log: inout DiagnosticLog) -> PackReading<RevealingPack>? {
    guard
      let fields = Fields(
        root, of: "pack", file: source.file, required: ["pack", "version", "finds", "patterns"],
        optional: ["define", "kind", "reason", "suggestion"], log: &log)
    else { return nil }
    let head = PackHead(fields, of: source, shared: shared, useJIT: useJIT, log: &log)
    let reader = RevealingPatternReader(
      rules: head.rules, kind: fields.word("kind", "kind of reference", log: &log),
      reason: fields.text("reason", log: &log), suggestion: fields.text("suggestion", log: &log))
    var places: [(id: String, position: Position)] = []
    var patterns: [RevealingPattern] = []
    for node in fields.list("patterns", log: &log) ?? [] {
      guard let pattern = reader.read(node, log: &log) else { continue }
      patterns.append(pattern)
      places.append((pattern.id, node.position))
    }
    guard let name = head.name, let version = head.version, let finds = head.finds else {
      return nil
    }
    let pack = RevealingPack(
      name: name, version: version, finds: finds, patterns: patterns, file: source.file)
    return PackReading(
      pack: pack, name: name, namePosition: fields.place(of: "pack"), places: places)
  }
}
