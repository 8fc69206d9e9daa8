import Detection

/// Where replacements stand in a redacted text: what is in them is ours and nobody's.
///
/// What the profile keeps is no replacement: it is text of the document.
struct WrittenSpans {
  private let spans: [Range<Int>]

  init(_ entries: [RedactionEntry]) {
    spans = entries.filter { $0.action != .keep }.map(\.replacement)
  }

  /// The replacement that `offset` is inside of.
  func span(at offset: Int) -> Range<Int>? {
    let next = firstIndex(endingAfter: offset)
    return next < spans.count && spans[next].lowerBound <= offset ? spans[next] : nil
  }

  /// Whether nothing but replacements and punctuation stands in `range`: a rule that matches our own tag has not
  /// caught an identifier.
  func hold(_ range: Range<Int>, in text: [UInt8]) -> Bool {
    var position = range.lowerBound
    while position < range.upperBound {
      if let span = span(at: position) {
        position = span.upperBound
        continue
      }
      if TextContent.isContent(text[position]) { return false }
      position += 1
    }
    return true
  }

  func overlap(_ range: Range<Int>) -> Bool {
    let next = firstIndex(endingAfter: range.lowerBound)
    return next < spans.count && spans[next].lowerBound < range.upperBound
  }

  /// The first of the sorted spans that ends behind `offset`.
  private func firstIndex(endingAfter offset: Int) -> Int {
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
