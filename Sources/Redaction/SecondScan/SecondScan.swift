package import Detection
package import Patterns

/// Reads the redacted text again, as a stranger would, before anything is released.
///
/// It runs the rules on the written bytes, seeks every known person, place and number of the document, every removed
/// value whatever its spacing, and the digits of every removed number whatever its punctuation, and refuses words in a
/// script that no rule reads. Each catch is a defect of detection: the document is held.
package struct SecondScan: Sendable {
  /// The rule of catches that are words in a script scrubd does not read.
  package static let scriptRule = "second-scan/script"

  private let detector: Detector
  private let profile: Profile

  package init(detector: Detector, profile: Profile) {
    self.detector = detector
    self.profile = profile
  }

  /// A trace of an identifier in the redacted text. Offsets are bytes of the redacted text.
  package struct Catch: Sendable, Hashable {
    package var range: Range<Int>
    package var category: Category
    /// The rule that caught it; `second-scan/number` for digits of a removed number, `second-scan/value` for a removed
    /// value, `scriptRule` for what no rule can read.
    package var rule: String
  }

  /// Everything left in `redacted` that should not be there; empty means it may be released.
  package func check(
    _ redacted: Redacted, original: [UInt8], memory: DocumentMemory,
    _ scratch: inout DetectionScratch
  ) throws(DetectionError) -> [Catch] {
    let text = redacted.text
    let written = WrittenSpans(redacted.entries)
    let kept = KeptSpans(redacted.entries)
    var catches = try rescan(redacted, original, memory, kept, written, &scratch)
    let numbers = RemovedNumbers(original, redacted.entries)
    for range in numbers.search(text) where !written.overlap(range) {
      catches.append(Catch(range: range, category: .id, rule: "second-scan/number"))
    }
    let values = RemovedValues(original, redacted.entries, isOrdinary: detector.isOrdinary)
    for (range, category) in values.search(text, outside: written)
    where !kept.hold(range, of: category) {
      catches.append(Catch(range: range, category: category, rule: "second-scan/value"))
    }
    for range in UnreadScript.search(text, outside: written) {
      catches.append(Catch(range: range, category: .name, rule: SecondScan.scriptRule))
    }
    return catches
  }

  /// What the rules and the document's memory find in the text, with a tag in the place of everything that was made up:
  /// a rule that reads on from a stand-in into the text around it would catch what is nobody's.
  private func rescan(
    _ redacted: Redacted, _ original: [UInt8], _ memory: DocumentMemory, _ kept: KeptSpans,
    _ written: WrittenSpans, _ scratch: inout DetectionScratch
  ) throws(DetectionError) -> [Catch] {
    let read = StandInsAsTags(redacted)
    let policy = DocumentPolicy(profile, original, redacted.entries.map(\.finding))
    var catches: [Catch] = []
    for var finding in try detector.rescan(read.text, memory, &scratch) {
      if policy.action(for: finding, in: read.text) == .keep { continue }
      finding.range = read.redactedRange(of: finding.range)
      guard !kept.hold(finding.range, of: finding.category),
        !written.hold(finding.range, in: redacted.text)
      else { continue }
      catches.append(
        Catch(range: finding.range, category: finding.category, rule: finding.rule))
    }
    return catches
  }
}
