import Yams

/// Reads the YAML of one file into nodes with places.
///
/// Anchors, aliases, tags and several documents in a file are refused: packs have `define` for what repeats, and a value
/// that stands in two places could not be named by one line.
package enum YAMLReader {
  /// A pack is some ten kilobytes; a file larger than this is no pack.
  static let largestFile = 1 << 20

  /// The root of the document in `source`; nil after an error was logged.
  package static func read(_ source: PackSource, log: inout DiagnosticLog) -> YAMLNode? {
    guard let text = text(of: source, log: &log) else { return nil }
    do {
      let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      // The nodes know their anchors only as long as the parser lives.
      return try withExtendedLifetime(parser) {
        guard let root = try parser.singleRoot() else {
          log.error(source.file, Position(line: 1), "the file is empty; write a YAML mapping")
          return nil
        }
        var conversion = YAMLConversion(file: source.file, log: log)
        let node = conversion.node(from: root)
        log = conversion.log
        return node
      }
    } catch let error as YamlError {
      let (position, problem) = place(of: error, in: text)
      log.error(source.file, position, problem)
    } catch {
      log.error(source.file, Position(line: 1), "the file cannot be read as YAML")
    }
    return nil
  }

  private static func text(of source: PackSource, log: inout DiagnosticLog) -> String? {
    var bytes = source.bytes[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    guard bytes.count <= largestFile else {
      log.error(
        source.file, Position(line: 1),
        "the file has more than \(largestFile) bytes; split it into several packs")
      return nil
    }
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    let valid = bytes.prefix(SourceText.validPrefix(of: bytes))
    log.error(
      source.file, SourceText(Array(valid)).position(at: valid.count),
      "the file is not UTF-8 from here on; save it as UTF-8")
    return nil
  }

  /// Where `error` stands and what it says. The libYAML texts name what was expected.
  private static func place(of error: YamlError, in text: String) -> (Position, String) {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let context = context.map { "\($0.text) of line \($0.mark.line): " } ?? ""
      return (
        Position(line: mark.line, column: mark.column),
        "this is not YAML: \(context)\(problem); check quotes and indentation"
      )
    case .reader(let problem, let offset, _, _):
      let prefix = text.prefix(offset ?? 0)
      return (
        SourceText(Array(prefix.utf8)).position(at: prefix.utf8.count),
        "this is not YAML: \(problem); remove the character"
      )
    case .duplicatedKeysInMapping(let duplicates, let context):
      let keys = duplicates.sorted().map { "\"\($0)\"" }.joined(separator: ", ")
      return (
        Position(line: context.mark.line, column: context.mark.column),
        "\(keys) stands more than once in this mapping; keep one"
      )
    default:
      return (Position(line: 1), "the file cannot be read as YAML")
    }
  }
}
