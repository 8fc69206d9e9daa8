/// Reads named fragments: `define` of a pack, or `definitions` of the file that all packs share.
struct DefinitionReader {
  let file: String
  let source: SourceText

  /// `macros` and what `key` adds to them. A fragment may use those before it.
  func read(_ fields: Fields, _ key: String, into macros: Macros, log: inout DiagnosticLog)
    -> Macros
  {
    var macros = macros
    for entry in fields.entries(key, log: &log) ?? [] {
      guard isName(entry.key) else {
        log.error(
          file, entry.keyPosition,
          "a fragment's name has letters, digits, - and _ only, to be used as {{name}}")
        continue
      }
      if let earlier = macros.fragments[entry.key] {
        log.error(
          file, entry.keyPosition,
          "{{\(entry.key)}} is already defined at \(earlier.file):\(earlier.position.line); choose another name"
        )
        continue
      }
      let reader = RegexReader(file: file, source: source, macros: macros)
      let broken = Macros.Fragment(text: nil, file: file, position: entry.value.position)
      let text = fields.text(entry.value, "the fragment \"\(entry.key)\"", log: &log)
      macros.define(
        entry.key, text.map { reader.fragment(entry.value, $0, log: &log) } ?? broken)
    }
    return macros
  }

  private func isName(_ text: String) -> Bool {
    !text.isEmpty
      && text.allSatisfy {
        $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_")
      }
  }
}
