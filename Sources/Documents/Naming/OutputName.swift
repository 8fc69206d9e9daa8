/// The name under which a scrubbed copy appears in the outbox: `[NAME-1] case final-3k9x2m7a.txt`.
package struct OutputName: Sendable, Hashable, CustomStringConvertible {
  /// A file name without path parts: at most `longest` bytes, and only letters, digits, spaces and `-_[].`.
  package let text: String

  /// The file name of the report beside it.
  package var report: String { "\(text).report.md" }

  package var description: String { text }

  /// In bytes, so that the report's longer name still fits every file system.
  package static let longest = 120

  /// - Parameters:
  ///   - scrubbedStem: the original name without its extension, already scrubbed; empty if nothing of it may stay.
  ///   - knownExtension: as `NameParts` found it; nil gives `txt`.
  ///   - id: the document's, which makes the name unique.
  package init(scrubbedStem: String, knownExtension: String?, id: DocumentID) {
    let wanted = knownExtension ?? "txt"
    let suffix = "-\(id.short).\(NameParts.knownExtensions.contains(wanted) ? wanted : "txt")"
    let room = OutputName.longest - suffix.utf8.count
    let stem = OutputName.trimmed(OutputName.cut(OutputName.cleaned(scrubbedStem), to: room))
    text = (stem.isEmpty ? "document" : stem) + suffix
  }

  /// Every character a file name should not have becomes a space, and spaces do not pile up.
  private static func cleaned(_ stem: String) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in stem.unicodeScalars {
      if isSafe(scalar) {
        kept.append(scalar)
      } else if kept.last != " ", !kept.isEmpty {
        kept.append(" ")
      }
    }
    return String(kept)
  }

  private static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber:
      true
    default: isMark(scalar) || "-_[].".unicodeScalars.contains(scalar)
    }
  }

  /// The beginning of `stem` that fits `limit` bytes, without half a character or half a tag.
  private static func cut(_ stem: String, to limit: Int) -> Substring {
    guard stem.utf8.count > limit else { return stem[...] }
    var end = stem.startIndex
    var bytes = 0
    while end < stem.endIndex {
      bytes += stem[end].utf8.count
      if bytes > limit { break }
      end = stem.index(after: end)
    }
    let head = stem[..<end]
    guard let open = head.lastIndex(of: "["), !head[open...].contains("]") else { return head }
    return head[..<open]
  }

  /// Without dots, dashes and spaces at the ends: a leading dot hides a file, a leading dash is taken for an option. Marks that would
  /// join them at the start go too.
  private static func trimmed(_ stem: Substring) -> String {
    let edge: Set<Unicode.Scalar> = [".", "-", " "]
    var scalars = stem.unicodeScalars.drop { edge.contains($0) || isMark($0) }
    while let last = scalars.last, edge.contains(last) { scalars.removeLast() }
    return String(scalars)
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    let category = scalar.properties.generalCategory
    return category == .nonspacingMark || category == .spacingMark
  }
}
