package import Detection
package import Patterns

/// Reads the redacted text again, as a stranger would, before anything is released.
///
/// It runs the rules on the written bytes, seeks every known person, place and number of the document, and seeks the
/// digits of every removed number whatever its punctuation. Each catch is a defect of detection: the document is held.
package struct SecondScan: Sendable {
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
    /// The rule that caught it; `second-scan/number` for digits of a removed number.
    package var rule: String
  }

  /// Everything left in `redacted` that should not be there; empty means it may be released.
  package func check(
    _ redacted: Redacted, original: [UInt8], memory: DocumentMemory,
    _ scratch: inout DetectionScratch
  ) throws(DetectionError) -> [Catch] {
    let written = redacted.entries.map(\.replacement)
    var catches: [Catch] = []
    for finding in try detector.rescan(redacted.text, memory, &scratch) {
      guard profile.action(for: finding.category) != .keep,
        !(profile.keepsClinicians && finding.role == .clinician),
        !SecondScan.isInside(finding.range, written, redacted.text)
      else { continue }
      catches.append(
        Catch(range: finding.range, category: finding.category, rule: finding.rule))
    }
    let numbers = RemovedNumbers(original, redacted.entries)
    for range in numbers.search(redacted.text) where !SecondScan.overlaps(range, written) {
      catches.append(Catch(range: range, category: .id, rule: "second-scan/number"))
    }
    return catches
  }

  /// Whether nothing but replacements and punctuation stands in `range`: a rule that matches our own tag has not
  /// caught an identifier.
  private static func isInside(_ range: Range<Int>, _ written: [Range<Int>], _ text: [UInt8])
    -> Bool
  {
    var position = range.lowerBound
    var next = firstIndex(endingAfter: position, written)
    while position < range.upperBound {
      if next < written.count, written[next].lowerBound <= position {
        position = written[next].upperBound
        next += 1
        continue
      }
      let byte = text[position]
      if ByteClass.isLetter(byte) || ByteClass.isDigit(byte) || byte >= 0x80 { return false }
      position += 1
    }
    return true
  }

  private static func overlaps(_ range: Range<Int>, _ written: [Range<Int>]) -> Bool {
    let next = firstIndex(endingAfter: range.lowerBound, written)
    return next < written.count && written[next].lowerBound < range.upperBound
  }

  /// The first of the sorted ranges that ends behind `offset`.
  private static func firstIndex(endingAfter offset: Int, _ ranges: [Range<Int>]) -> Int {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
