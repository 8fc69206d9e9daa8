/// How many of the phrases that annotators marked as revealing were found, and how often something was flagged where
/// they marked nothing.
///
/// Pure counting: the caller redacts, reads, and maps what it read back to the original text.
package struct RevealingMeasurement: Sendable, Hashable {
  /// The spans of one label.
  package struct Counts: Sendable, Hashable {
    package var spans = 0
    /// Spans that some reference overlaps.
    package var found = 0
    /// Spans without a reference of which redaction took the half or more: what is gone cannot reveal.
    package var gone = 0

    /// Found, of those that are not gone; nil where there are none.
    package var recall: Double? {
      spans > gone ? Double(found) / Double(spans - gone) : nil
    }
  }

  package private(set) var documents = 0
  /// Documents that the profile's rule holds for what remains.
  package private(set) var documentsHeld = 0
  package private(set) var documentsWithFalseFlags = 0
  /// References that overlap no span of any label.
  package private(set) var falseFlags = 0
  package private(set) var labels: [String: Counts] = [:]
  /// The labels whose spans are asked for.
  private let asked: Set<String>

  /// - Parameter asked: labels of the corpus, such as `REVEALING` and `PROFESSION`.
  package init(asked: Set<String> = ["REVEALING", "PROFESSION"]) { self.asked = asked }

  /// References that overlap nothing marked, for each document; nil before the first.
  package var falseFlagsPerDocument: Double? {
    documents > 0 ? Double(falseFlags) / Double(documents) : nil
  }

  /// The share of the documents that are held; nil before the first.
  package var heldShare: Double? {
    documents > 0 ? Double(documentsHeld) / Double(documents) : nil
  }

  /// Counts one document. All ranges are of its original text, in code points.
  ///
  /// - Parameters:
  ///   - gold: what annotators marked, of any label; a reference on any of it is no false flag.
  ///   - references: what was found in the redacted text, mapped back.
  ///   - removed: what redaction took out.
  ///   - isHeld: whether the rule holds the document.
  package mutating func add(
    gold: [GoldSpan], references: [Range<Int>], removed: [Range<Int>], isHeld: Bool
  ) {
    documents += 1
    if isHeld { documentsHeld += 1 }
    let count = (gold.map(\.range) + removed + references).map(\.upperBound).max() ?? 0
    let flagged = Mask(references, count: count)
    let gone = Mask(removed, count: count)
    for span in gold {
      guard let label = span.label, asked.contains(label) else { continue }
      labels[label, default: Counts()].spans += 1
      if flagged.any(span.range) {
        labels[label, default: Counts()].found += 1
      } else if gone.count(span.range) * 2 >= span.range.count {
        labels[label, default: Counts()].gone += 1
      }
    }
    let marked = Mask(gold.map(\.range), count: count)
    let wrong = references.count { !marked.any($0) }
    falseFlags += wrong
    if wrong > 0 { documentsWithFalseFlags += 1 }
  }

  /// The figures as lines for a person, the labels in alphabetical order.
  package var lines: [String] {
    let found = labels.sorted { $0.key < $1.key }.map { label, counts in
      "\(label): \(counts.found) of \(counts.spans - counts.gone) found, \(counts.gone) gone before"
    }
    return found + [
      "false flags: \(falseFlags) in \(documentsWithFalseFlags) of \(documents) documents",
      "held for what remains: \(documentsHeld) of \(documents) documents",
    ]
  }
}
