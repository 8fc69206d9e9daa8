import Lexicons
import PCRE2
import Patterns

/// Reads tables: what stands under `Initials`, `County` or `MRN` is one, however little it looks like it.
///
/// Tables are lines of cells that bars, tabs, semicolons, commas or columns of spaces keep apart, under a line of heads,
/// up to an empty line.
struct TableRecognizer: Sendable {
  private let patterns: [Pattern]
  private let heads: ColumnHeads
  private let checks: IdentifierChecks

  /// - Parameter patterns: those with `column`; others are left alone.
  init(patterns: [Pattern], lexicon: Lexicon) {
    self.patterns = patterns.filter { !$0.column.isEmpty }
    heads = ColumnHeads(self.patterns.map(\.column))
    checks = IdentifierChecks(lexicon: lexicon)
  }

  /// Proposes the cells, or the parts of them, that the patterns of their columns match, in order of the text.
  ///
  /// - Parameter head: of the table that is open where `bytes` begin.
  /// - Throws: when a search failed; what was proposed until then is not all there is.
  func find(
    in bytes: [UInt8], tokens: [Token], under head: TableHead? = nil,
    _ scratch: inout PatternScratch, into candidates: inout [Candidate]
  ) throws(DetectionError) {
    guard !heads.isEmpty else { return }
    var head = head
    var start = 0
    while start < bytes.count {
      let line = TableRecognizer.line(from: start, bytes)
      start = line.upperBound + 1
      if let open = read(line, bytes, &head) {
        for (cell, rules) in open.rules(
          for: TableLine(line, open.separator, bytes).cells, in: line)
        {
          try propose(rules, cell, bytes, tokens, &scratch, into: &candidates)
        }
      }
    }
  }

  /// The head of the table that is open at `end`, where a line begins.
  ///
  /// - Parameter head: the one where `bytes` begin.
  func head(at end: Int, of bytes: [UInt8], under head: TableHead?) -> TableHead? {
    guard !heads.isEmpty else { return nil }
    var head = head
    var start = 0
    while start < end {
      let line = TableRecognizer.line(from: start, bytes)
      start = line.upperBound + 1
      _ = read(line, bytes, &head)
    }
    return head
  }

  /// Reads a line: it may end the table, or be the head of one; the head is returned when cells stand under it.
  private func read(_ line: Range<Int>, _ bytes: [UInt8], _ head: inout TableHead?) -> TableHead? {
    if TableRecognizer.isBlank(line, bytes) {
      head = nil
    } else if let open = head {
      return open
    } else if TableRecognizer.canBeHead(line, bytes) {
      head = TableHead(line, bytes, heads)
    }
    return nil
  }

  private static func line(from start: Int, _ bytes: [UInt8]) -> Range<Int> {
    start..<(bytes[start...].firstIndex(of: 0x0a) ?? bytes.count)
  }

  /// Heads are short lines with something between the cells.
  private static let longestHead = 400

  private static func canBeHead(_ line: Range<Int>, _ bytes: [UInt8]) -> Bool {
    guard line.count <= longestHead else { return false }
    var before: UInt8 = 0
    for byte in bytes[line] {
      switch byte {
      case UInt8(ascii: "|"), UInt8(ascii: ";"), UInt8(ascii: ","), 0x09: return true
      case 0x20 where before == 0x20: return true
      default: before = byte
      }
    }
    return false
  }

  private static func isBlank(_ line: Range<Int>, _ bytes: [UInt8]) -> Bool {
    !bytes[line].contains(where: {
      ByteClass.isLetter($0) || ByteClass.isDigit($0) || $0 >= 0x80 || $0 == UInt8(ascii: "-")
    })
  }

  private func propose(
    _ rules: [Int], _ cell: Range<Int>, _ bytes: [UInt8], _ tokens: [Token],
    _ scratch: inout PatternScratch, into candidates: inout [Candidate]
  ) throws(DetectionError) {
    guard !cell.isEmpty else { return }
    let text = Array(bytes[cell])
    for rule in rules {
      let pattern = patterns[rule]
      for range in try ranges(pattern, text, &scratch) {
        let range = range.lowerBound + cell.lowerBound..<range.upperBound + cell.lowerBound
        guard pattern.validators.allSatisfy({ checks.passes($0, range, bytes, tokens) }) else {
          continue
        }
        candidates.append(
          Candidate(
            range: range, category: pattern.category, rule: pattern.id,
            confidence: pattern.confidence,
            evidence: pattern.evidence.isEmpty ? ["context:column"] : pattern.evidence,
            role: pattern.role))
      }
    }
  }

  /// What the first match in a cell marks as the identifier, in bytes of the cell.
  private func ranges(_ pattern: Pattern, _ cell: [UInt8], _ scratch: inout PatternScratch)
    throws(DetectionError) -> [Range<Int>]
  {
    do throws(MatchError) {
      let isFound = try scratch.matching.firstMatch(of: pattern.compiled, in: cell.span, from: 0)
      guard isFound else { return [] }
    } catch {
      throw DetectionError(error, rule: pattern.id)
    }
    return pattern.identifierGroups.compactMap { scratch.matching.range(ofGroup: $0) }
      .filter { !$0.isEmpty }
  }
}
