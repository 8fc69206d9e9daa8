/// Turns the YAML of pattern packs into validated, compiled rules.
package enum PackParser {
  /// What came of the files.
  package struct Result: Sendable {
    /// Nil when there is any error: rules are never used in part.
    package let packs: PackSet?
    /// Every mistake of every file, by file and place.
    package let diagnostics: [Diagnostic]
  }

  /// The file of fragments shared by all packs.
  package static let definitionsFile = "definitions"

  /// Parses all `sources` together, in any order. One of them may be `definitions.yaml`.
  ///
  /// - Parameter useJIT: false for a run that matches little: machine code for all packs costs more than it saves there.
  package static func parse(_ sources: [PackSource], useJIT: Bool = true) -> Result {
    let files = PackFiles<Pack>(sources) { root, source, shared, log in
      PackReader(source: source, shared: shared, useJIT: useJIT).read(root, log: &log)
    }
    return Result(
      packs: files.packs.map { PackSet(packs: $0, places: files.places) },
      diagnostics: files.diagnostics)
  }
}
