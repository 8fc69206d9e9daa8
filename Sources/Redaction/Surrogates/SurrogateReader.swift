import Detection
import Patterns

/// Reads the lists of surrogates: UTF-8, one entry a line, fields apart by tabs, `#` before a comment.
struct SurrogateReader {
  var log = DiagnosticLog()

  struct Row: Sendable {
    var name: SurrogateLists.Name
    /// `draw`, not `know`.
    var isDrawn: Bool
  }

  /// Fewer entries than this would soon repeat themselves.
  private static let fewest = 20

  /// Name, sex where the list has it, origin, `draw` or `know`.
  mutating func names(_ source: PackSource, hasSex: Bool) -> [Row] {
    var rows: [Row] = []
    let count = hasSex ? 4 : 3
    forEachLine(of: source) { fields, line, log in
      let sex = hasSex && fields.count == count ? SurrogateReader.sex(fields[1]) : .both
      guard fields.count == count, SurrogateReader.isName(fields[0]), let sex,
        !fields[count - 2].isEmpty, let isDrawn = SurrogateReader.isDrawn(fields[count - 1])
      else {
        log.error(
          source.file, Position(line: line),
          "must be a name of ASCII letters, \(hasSex ? "f, m or n, " : "")an origin, and draw or "
            + "know, with tabs between them")
        return
      }
      rows.append(
        Row(
          name: .init(
            text: Array(fields[0]), sex: sex,
            origin: String(decoding: fields[count - 2], as: UTF8.self)),
          isDrawn: isDrawn))
    }
    check(rows.count(where: \.isDrawn), source)
    return rows
  }

  /// One word a line.
  mutating func words(_ source: PackSource) -> [[UInt8]] {
    var words: [[UInt8]] = []
    forEachLine(of: source) { fields, line, log in
      guard fields.count == 1, SurrogateReader.isName(fields[0]) else {
        log.error(source.file, Position(line: line), "must be one word of ASCII letters")
        return
      }
      words.append(Array(fields[0]))
    }
    check(words.count, source)
    return words
  }

  private mutating func check(_ count: Int, _ source: PackSource) {
    guard count < SurrogateReader.fewest else { return }
    log.error(
      source.file, Position(line: 1),
      "has \(count) entries to draw from, too few to tell people apart; add up to "
        + "\(SurrogateReader.fewest) or more")
  }

  private static func sex(_ field: ArraySlice<UInt8>) -> SurrogateLists.Sex? {
    SurrogateLists.Sex(rawValue: String(decoding: field, as: UTF8.self))
  }

  private static func isDrawn(_ field: ArraySlice<UInt8>) -> Bool? {
    if field.elementsEqual("draw".utf8) { return true }
    return field.elementsEqual("know".utf8) ? false : nil
  }

  private static func isName(_ text: ArraySlice<UInt8>) -> Bool {
    !text.isEmpty && text.allSatisfy(ByteClass.isLetter)
  }

  private mutating func forEachLine(
    of source: PackSource, _ body: ([ArraySlice<UInt8>], Int, inout DiagnosticLog) -> Void
  ) {
    let lines = source.bytes.split(separator: 0x0a, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let line = line.last == 0x0d ? line.dropLast() : line
      guard let first = line.first, first != 0x23 else { continue }
      let fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
      body(fields, index + 1, &log)
    }
  }
}
