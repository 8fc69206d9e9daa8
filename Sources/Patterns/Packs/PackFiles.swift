/// Reads the files of packs of one form together: fragments first, then packs, whose names and whose rules' ids are unique.
struct PackFiles<Pack> {
  /// Reads the mapping of one pack, with the shared fragments; nil after an error that leaves nothing to go on with.
  typealias Reader = (YAMLNode, PackSource, Macros, inout DiagnosticLog) -> PackReading<Pack>?

  /// Sorted by name; nil when there is any error: rules are never used in part.
  let packs: [Pack]?
  /// Where each rule stands.
  private(set) var places: [String: RulePlace] = [:]
  /// Every mistake of every file, by file and place.
  let diagnostics: [Diagnostic]

  /// - Parameter sources: in any order. One of them may be `definitions.yaml`, whose fragments all share.
  init(_ sources: [PackSource], reading read: Reader) {
    var log = DiagnosticLog()
    let sources = sources.sorted { $0.file < $1.file }
    var shared = Macros()
    for source in sources where source.baseName == PackParser.definitionsFile {
      shared = PackFiles.definitions(in: source, adding: shared, log: &log)
    }
    var readings: [PackReading<Pack>] = []
    var packPlaces: [String: RulePlace] = [:]
    for source in sources where source.baseName != PackParser.definitionsFile {
      guard let root = YAMLReader.read(source, log: &log),
        let reading = read(root, source, shared, &log)
      else { continue }
      readings.append(reading)
      PackFiles.note(
        reading.name, "pack \"\(reading.name)\"", at: reading.namePosition, in: source, &packPlaces,
        log: &log)
      for (id, position) in reading.places {
        PackFiles.note(id, "id \(id)", at: position, in: source, &places, log: &log)
      }
    }
    packs = log.hasErrors ? nil : readings.sorted { $0.name < $1.name }.map(\.pack)
    diagnostics = log.sorted
  }

  private static func definitions(
    in source: PackSource, adding shared: Macros, log: inout DiagnosticLog
  ) -> Macros {
    guard let root = YAMLReader.read(source, log: &log),
      let fields = Fields(
        root, of: "file of definitions", file: source.file, required: ["definitions"], log: &log)
    else { return shared }
    let reader = DefinitionReader(file: source.file, source: SourceText(source.bytes))
    return reader.read(fields, "definitions", into: shared, log: &log)
  }

  /// Notes where a name stands; a second place for it is a mistake.
  private static func note(
    _ name: String, _ words: String, at position: Position, in source: PackSource,
    _ places: inout [String: RulePlace], log: inout DiagnosticLog
  ) {
    guard let earlier = places[name] else {
      places[name] = RulePlace(file: source.file, position: position)
      return
    }
    log.error(
      source.file, position,
      "the \(words) is also at \(earlier.file):\(earlier.position.line); rename one")
  }
}
