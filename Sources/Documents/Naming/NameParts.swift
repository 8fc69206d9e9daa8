/// A file name cut into the part a person chose, which may say anything, and the extension, which says what kind of text it is.
package struct NameParts: Sendable, Hashable {
  /// What has to be scrubbed before anybody sees it.
  package let stem: String
  /// A known extension, lower case, without the dot; nil when the name has none.
  ///
  /// Anything else behind a dot belongs to the stem: in `visit.smith` it is the name.
  package let knownExtension: String?

  /// Extensions of the text formats people exchange.
  package static let knownExtensions: Set<String> = [
    "txt", "text", "md", "csv", "tsv", "log", "hl7", "json", "jsonl", "xml", "html", "htm", "eml",
    "tex", "yaml", "yml", "rst",
  ]

  package init(fileName: String) {
    let scalars = fileName.unicodeScalars
    if let dot = scalars.lastIndex(of: ".") {
      let candidate = String(scalars[scalars.index(after: dot)...]).lowercased()
      if NameParts.knownExtensions.contains(candidate) {
        stem = String(scalars[..<dot])
        knownExtension = candidate
        return
      }
    }
    stem = fileName
    knownExtension = nil
  }
}
