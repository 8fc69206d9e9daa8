import Detection
import Evaluation
import Pipeline
import Redaction
import Revealing

/// Measures what is found of the phrases that annotators marked as revealing, as the daemon would: on the redacted text.
struct RevealingFigures {
  let policy: Policy

  /// - Parameter step: called before each document.
  func measure(_ corpus: AnnotatedCorpus, step: () -> Void) throws -> RevealingMeasurement {
    let scrubber = try policy.scrubber(for: policy.profile)
    let gold = Dictionary(grouping: corpus.gold.spans, by: \.file)
    var measurement = RevealingMeasurement()
    var scratch = DetectionScratch()
    for document in corpus.gold.documents {
      step()
      let text = Array(document.text.utf8)
      let scrubbed: Scrubbed
      do { scrubbed = try scrubber.scrub(text, stem: "", &scratch) } catch {
        throw Failure("\(corpus.path), \(document.name): \(DetectCommand.explanation(error))")
      }
      let removed = scrubbed.redacted.entries.filter { $0.action != .keep }
      let references = scrubbed.references.map { reference in
        OriginalRange(entries: scrubbed.redacted.entries).original(of: reference.range)
      }
      measurement.add(
        gold: gold[document.name] ?? [],
        references: RevealingFigures.inCodePoints(references, text),
        removed: RevealingFigures.inCodePoints(removed.map(\.finding.range), text),
        isHeld: scrubbed.residue.holds)
    }
    return measurement
  }

  private static func inCodePoints(_ ranges: [Range<Int>], _ text: [UInt8]) -> [Range<Int>] {
    ranges.map { range in
      let start = text[..<range.lowerBound].count { $0 & 0xc0 != 0x80 }
      return start..<start + text[range].count { $0 & 0xc0 != 0x80 }
    }
  }
}

/// The way back from a redacted text to the original one.
struct OriginalRange {
  let entries: [RedactionEntry]

  /// The bytes of the original text from which a range of the redacted text came; a replacement came from all of its
  /// finding.
  func original(of range: Range<Int>) -> Range<Int> {
    original(range.lowerBound, atEnd: false)..<original(range.upperBound, atEnd: true)
  }

  private func original(_ offset: Int, atEnd: Bool) -> Int {
    var shift = 0
    for entry in entries {
      if offset < entry.replacement.lowerBound || !atEnd && offset == entry.replacement.lowerBound {
        break
      }
      if offset < entry.replacement.upperBound {
        return atEnd ? entry.finding.range.upperBound : entry.finding.range.lowerBound
      }
      shift = entry.finding.range.upperBound - entry.replacement.upperBound
    }
    return offset + shift
  }
}
