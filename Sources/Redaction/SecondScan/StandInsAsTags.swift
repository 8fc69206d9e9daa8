import Detection
import Patterns

/// A redacted text with a tag in the place of each surrogate, shifted date and day of the course, and the way back.
struct StandInsAsTags {
  private(set) var text: [UInt8]
  /// Where a tag stands in `text`, and the stand-in in the redacted text.
  private var tags: [(tag: Range<Int>, written: Range<Int>)] = []

  init(_ redacted: Redacted) {
    let made: Set<Operator> = [.surrogate, .dateShift, .relativeDay]
    let entries = redacted.entries.filter { made.contains($0.action) }
    guard !entries.isEmpty else {
      text = redacted.text
      return
    }
    text = []
    var copied = 0
    for entry in entries {
      text += redacted.text[copied..<entry.replacement.lowerBound]
      let start = text.count
      text += "[\(entry.finding.category.rawValue)-0]".utf8
      copied = entry.replacement.upperBound
      tags.append((start..<text.count, entry.replacement))
    }
    text += redacted.text[copied...]
  }

  /// The bytes of the redacted text for a range of `text`; a stand-in that it reaches into is in it whole.
  func redactedRange(of range: Range<Int>) -> Range<Int> {
    let start = offset(range.lowerBound, isEnd: false)
    return start..<max(start, offset(range.upperBound, isEnd: true))
  }

  private func offset(_ offset: Int, isEnd: Bool) -> Int {
    var low = 0
    var high = tags.count
    // The first tag that ends behind `offset`.
    while low < high {
      let middle = (low + high) / 2
      if tags[middle].tag.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    if low < tags.count, tags[low].tag.lowerBound < offset {
      return isEnd ? tags[low].written.upperBound : tags[low].written.lowerBound
    }
    guard low > 0 else { return offset }
    return offset - tags[low - 1].tag.upperBound + tags[low - 1].written.upperBound
  }
}
