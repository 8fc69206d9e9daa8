import Detection
import Patterns

/// What the profile kept, by category: a kept clinician is no trace of a name, though a patient's name inside a kept
/// hospital is.
struct KeptSpans {
  private var spans: [Category: [Range<Int>]] = [:]

  init(_ entries: [RedactionEntry]) {
    for entry in entries where entry.action == .keep {
      spans[entry.finding.category, default: []].append(entry.replacement)
    }
  }

  /// Whether a kept span of the category holds all of `range`.
  func hold(_ range: Range<Int>, of category: Category) -> Bool {
    guard let spans = spans[category] else { return false }
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].upperBound < range.upperBound { low = middle + 1 } else { high = middle }
    }
    return low < spans.count && spans[low].lowerBound <= range.lowerBound
  }
}
