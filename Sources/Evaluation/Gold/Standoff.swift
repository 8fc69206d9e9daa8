/// BRAT standoff: a `.txt` with the text, and an `.ann` with a line for each annotation.
package enum Standoff {
  /// Reads one document. Only text-bound annotations (`T` lines) are spans; relations, events, attributes and notes are passed over. A
  /// span in several fragments (`Name 0 5;10 15`) becomes one for each.
  ///
  /// - Parameters:
  ///   - annotations: the `.ann`; offsets in code points.
  ///   - text: the `.txt`, line ends as they are in the file.
  ///   - name: what to call the document.
  /// - Throws: the first line that is no annotation.
  package static func read(
    _ annotations: String, text: String, name: String
  ) throws(GoldError) -> GoldCorpus {
    let scalars = Array(text.unicodeScalars)
    var spans: [GoldSpan] = []
    for (index, line) in annotations.split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline
    ).enumerated() where !line.isEmpty {
      guard let kind = line.first, "TREAMN#*".contains(kind) else {
        throw GoldError(line: index + 1, problem: "the line is no BRAT annotation")
      }
      if kind == "T" { spans += try fragments(line, index + 1, scalars, name) }
    }
    return GoldCorpus(documents: [EvaluationDocument(name: name, text: text)], spans: spans)
  }

  /// The spans of `T1<tab>Name 0 5;10 15<tab>text`.
  private static func fragments(
    _ line: Substring, _ number: Int, _ scalars: [Unicode.Scalar], _ name: String
  ) throws(GoldError) -> [GoldSpan] {
    let fields = line.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false)
    let malformed = GoldError(
      line: number, problem: "the annotation is not of the form `T1<tab>LABEL START END<tab>text`")
    guard fields.count >= 2, let space = fields[1].firstIndex(of: " ") else { throw malformed }
    let label = String(fields[1][..<space])
    let parts = fields[1][fields[1].index(after: space)...].split(separator: ";")
    var ranges: [Range<Int>] = []
    for part in parts {
      let ends = part.split(separator: " ").map { Int($0) }
      guard ends.count == 2, let start = ends[0], let end = ends[1], 0 <= start, start <= end else {
        throw malformed
      }
      ranges.append(start..<end)
    }
    guard !ranges.isEmpty else { throw malformed }
    let whole = ranges.map { scalars.text($0) }.joined(separator: " ")
    let meaning = GoldLabel.meaning(of: label, text: whole)
    let stated = fields.count == 3 ? String(fields[2]) : nil
    return ranges.map { range in
      let text = stated == whole || ranges.count > 1 ? scalars.text(range) : stated
      return GoldSpan(
        file: name, start: range.lowerBound, end: range.upperBound, label: label,
        hipaa: meaning.hipaa, required: meaning.required, text: text)
    }
  }
}
