/// Turns the YAML of revealing packs into validated, compiled patterns.
///
/// The form is that of pattern packs; instead of a category a pattern has a `kind`, a `reason` and a `suggestion`, which
/// the pack may give once for all its patterns.
package struct RevealingPackParser {
  /// What came of the files.
  package struct Result: Sendable {
    /// Nil when there is any error: rules are never used in part.
    package let packs: RevealingPackSet?
    /// Every mistake of every file, by file and place.
    package let diagnostics: [Diagnostic]
  }

  private var log = DiagnosticLog()
  private var packs: [RevealingPack] = []
  private var packPlaces: [String: RulePlace] = [:]
  private var places: [String: RulePlace] = [:]
  private let useJIT: Bool

  private init(useJIT: Bool) { self.useJIT = useJIT }

  /// Parses all `sources` together, in any order. One of them may be `definitions.yaml`, whose fragments all share.
  ///
  /// - Parameter useJIT: false for a run that matches little: machine code costs more than it saves there.
  package static func parse(_ sources: [PackSource], useJIT: Bool = true) -> Result {
    var parser = RevealingPackParser(useJIT: useJIT)
    let sources = sources.sorted { $0.file < $1.file }
    var shared = Macros()
    for source in sources where source.baseName == PackParser.definitionsFile {
      shared = parser.definitions(in: source, adding: shared)
    }
    for source in sources where source.baseName != PackParser.definitionsFile {
      parser.read(source, shared)
    }
    let packs = parser.packs.sorted { $0.name < $1.name }
    return Result(
      packs: parser.log.hasErrors ? nil : RevealingPackSet(packs: packs, places: parser.places),
      diagnostics: parser.log.sorted)
  }

  private mutating func definitions(in source: PackSource, adding shared: Macros) -> Macros {
    guard let root = YAMLReader.read(source, log: &log),
      let fields = Fields(
        root, of: "file of definitions", file: source.file, required: ["definitions"], log: &log)
    else { return shared }
    let reader = DefinitionReader(file: source.file, source: SourceText(source.bytes))
    return reader.read(fields, "definitions", into: shared, log: &log)
  }

  private mutating func read(_ source: PackSource, _ shared: Macros) {
    guard let root = YAMLReader.read(source, log: &log),
      let reading = RevealingPackReader(source: source, shared: shared, useJIT: useJIT)
        .read(root, log: &log)
    else { return }
    packs.append(reading.pack)
    let place = RulePlace(file: source.file, position: reading.namePosition)
    if let earlier = packPlaces.updateValue(place, forKey: reading.pack.name) {
      log.error(
        source.file, reading.namePosition,
        "the pack \"\(reading.pack.name)\" is also at \(earlier.file):\(earlier.position.line); rename one"
      )
    }
    for (id, position) in reading.places {
      if let earlier = places[id] {
        log.error(
          source.file, position,
          "the id \(id) is also at \(earlier.file):\(earlier.position.line); rename one")
      } else {
        places[id] = RulePlace(file: source.file, position: position)
      }
    }
  }
}
