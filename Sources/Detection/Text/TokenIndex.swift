/// Finds the tokens of a byte range of the view by binary search.
package struct TokenIndex {
  package init() {}

  /// Indices of the tokens that overlap `range`.
  package func tokens(in range: Range<Int>, _ tokens: [Token]) -> Range<Int> {
    let first = firstIndex(endingAfter: range.lowerBound, tokens)
    var end = first
    while end < tokens.count, Int(tokens[end].start) < range.upperBound { end += 1 }
    return first..<end
  }

  /// The first token that does not start before `offset`.
  func firstIndex(startingAt offset: Int, _ tokens: [Token]) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if Int(tokens[middle].start) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The first token that ends behind `offset`.
  package func firstIndex(endingAfter offset: Int, _ tokens: [Token]) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if Int(tokens[middle].end) <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
