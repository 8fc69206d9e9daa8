/// Turns the YAML of revealing packs into validated, compiled patterns.
///
/// The form is that of pattern packs; instead of a category a pattern has a `kind`, a `reason` and a `suggestion`, which
/// the pack may give once for all its patterns.
package enum RevealingPackParser {
  /// What came of the files.
  package struct Result: Sendable {
    /// Nil when there is any error: rules are never used in part.
    package let packs: RevealingPackSet?
    /// Every mistake of every file, by file and place.
    package let diagnostics: [Diagnostic]
  }

  /// Parses all `sources` together, as `PackParser` does.
  ///
  /// - Parameter useJIT: false for a run that matches little: machine code costs more than it saves there.
  package static func parse(_ sources: [PackSource], useJIT: Bool = true) -> Result {
    let files = PackFiles<RevealingPack>(sources) { root, source, shared, log in
      RevealingPackReader(source: source, shared: shared, useJIT: useJIT).read(root, log: &log)
    }
    return Result(
      packs: files.packs.map { RevealingPackSet(packs: $0, places: files.places) },
      diagnostics: files.diagnostics)
  }
}
