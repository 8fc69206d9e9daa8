import Detection
import Lexicons
import PCRE2
import Patterns

/// Runs revealing patterns over a reading view, each only around the literals that it requires.
struct ReferenceSearch: Sendable {
  /// What a pattern found.
  struct Hit: Sendable {
    /// The place of the pattern among all.
    var pattern: Int
    /// In bytes of the view.
    var range: Range<Int>
  }

  /// Bytes that a match may begin before the literal that it holds.
  static let reach = 200

  /// PCRE2's first error of UTF-8, whatever is wrong.
  private static let invalidUTF8 = -3

  private let patterns: [RevealingPattern]
  private let anchors: AnchorIndex
  private let occupations: OccupationCheck
  private let medicine: MedicineCheck

  init(_ patterns: [RevealingPattern], lexicon: Lexicon) {
    self.patterns = patterns
    anchors = AnchorIndex(patterns.map(\.requirement))
    occupations = OccupationCheck(lexicon: lexicon)
    medicine = MedicineCheck(lexicon: lexicon)
  }

  /// What the patterns find, pattern by pattern, each in the order of the text.
  ///
  /// - Parameter bytes: a reading view, valid UTF-8.
  func hits(in bytes: [UInt8], _ scratch: inout RevealingScratch) throws(DetectionError) -> [Hit] {
    // The searches below trust it: a text that is not UTF-8 makes the matcher do anything at all.
    do throws(UTF8.ValidationError) { _ = try UTF8Span(validating: bytes.span) } catch {
      throw .patternFailed(rule: "text/utf-8", code: Self.invalidUTF8)
    }
    var hits: [Hit] = []
    for (pattern, stretches) in anchors.stretches(in: bytes, reach: Self.reach).enumerated()
    where !stretches.isEmpty {
      if scratch.isTimeUp() { throw .interrupted }
      var from = 0
      for stretch in stretches {
        from = try find(pattern, in: bytes, from: from, stretch, &scratch, into: &hits)
      }
    }
    return hits
  }

  /// Finds the matches of a pattern that begin in a stretch, at `from` or behind it.
  ///
  /// - Returns: where the search for the next match goes on.
  private func find(
    _ index: Int, in bytes: [UInt8], from: Int, _ stretch: ClosedRange<Int>,
    _ scratch: inout RevealingScratch, into hits: inout [Hit]
  ) throws(DetectionError) -> Int {
    let pattern = patterns[index]
    var from = max(from, stretch.lowerBound)
    do throws(MatchError) {
      while from <= stretch.upperBound,
        try scratch.matching.firstMatch(
          of: pattern.compiled, in: bytes.span, from: from, through: stretch.upperBound,
          subject: .isValid),
        let whole = scratch.matching.range(ofGroup: 0)
      {
        for group in pattern.groups {
          guard let range = scratch.matching.range(ofGroup: group),
            passes(pattern, bytes[range])
          else { continue }
          hits.append(Hit(pattern: index, range: range))
        }
        // The packs' reader refuses patterns that match the empty text, so the search moves on.
        from = max(from + 1, whole.upperBound)
        while from < bytes.count, bytes[from] & 0xC0 == 0x80 { from += 1 }
      }
    } catch {
      throw error.isLimit
        ? .patternLimit(rule: pattern.id, limit: error.kind.rawValue)
        : .patternFailed(rule: pattern.id, code: error.code)
    }
    return from
  }

  private func passes(_ pattern: RevealingPattern, _ words: ArraySlice<UInt8>) -> Bool {
    pattern.checks.allSatisfy { check in
      switch check {
      case .listedOccupation: occupations.passes(words)
      case .medicine: medicine.isNamed(in: words)
      }
    }
  }
}
