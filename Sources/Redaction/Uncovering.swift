package import Detection
import Patterns

extension Profile {
  /// The findings that redaction takes out of `text`, in order: what the profile does not keep, and what it uncovers
  /// inside something it keeps.
  package func taken(_ findings: [Finding], from text: [UInt8]) -> [Finding] {
    let findings = uncovered(findings, in: text)
    let policy = DocumentPolicy(self, text, findings)
    return findings.filter { policy.action(for: $0, in: text) != .keep }
  }

  /// Takes findings that the profile keeps apart where they hide others that it does not keep: `Okonkwo` inside a kept
  /// `Okonkwo Memorial Hospital`. What is kept never wins over what goes.
  func uncovered(_ findings: [Finding], in text: [UInt8]) -> [Finding] {
    findings.flatMap { finding in
      guard !finding.covered.isEmpty, action(for: finding, in: text) == .keep else {
        return [finding]
      }
      return uncovered(finding, in: text)
    }
  }

  private func uncovered(_ kept: Finding, in text: [UInt8]) -> [Finding] {
    var pieces: [Finding] = []
    for hidden in kept.covered
    where action(for: hidden, in: text) != .keep && !Profile.isOtherReading(hidden, of: kept) {
      pieces += Profile.pieces(of: hidden, within: kept.range, without: pieces, text)
    }
    var rest = kept
    rest.covered = []
    pieces += Profile.pieces(of: rest, within: kept.range, without: pieces, text)
    return pieces.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Whether `hidden` is only the doubt that a date of the calendar may be a number of some other kind: nothing hides in it.
  private static func isOtherReading(_ hidden: Finding, of kept: Finding) -> Bool {
    kept.category == .date && hidden.category == .id && hidden.range == kept.range
      && hidden.confidence < kept.confidence
  }

  /// What is left of `finding` inside `bounds` when others have taken theirs; nothing without a letter or digit.
  private static func pieces(
    of finding: Finding, within bounds: Range<Int>, without others: [Finding], _ text: [UInt8]
  ) -> [Finding] {
    var left = [finding.range.clamped(to: bounds)]
    for other in others {
      left = left.flatMap { range -> [Range<Int>] in
        guard range.overlaps(other.range) else { return [range] }
        return [
          range.lowerBound..<max(range.lowerBound, other.range.lowerBound),
          min(range.upperBound, other.range.upperBound)..<range.upperBound,
        ]
      }
    }
    return left.compactMap { range in
      guard text[range].contains(where: TextContent.isContent) else { return nil }
      var piece = finding
      piece.range = range
      return piece
    }
  }
}

/// Tells the bytes that say something from white space and punctuation.
enum TextContent {
  /// A letter, a digit, or part of a character outside ASCII.
  static func isContent(_ byte: UInt8) -> Bool {
    ByteClass.isLetter(byte) || ByteClass.isDigit(byte) || byte >= 0x80
  }
}
