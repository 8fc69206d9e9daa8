/// Which characters of a document are covered by any of some spans.
struct Mask {
  private var covered: [Bool]

  init(count: Int) { covered = Array(repeating: false, count: count) }

  init(_ spans: some Sequence<Range<Int>>, count: Int) {
    self.init(count: count)
    for span in spans {
      for index in clipped(span) { covered[index] = true }
    }
  }

  subscript(index: Int) -> Bool { covered[index] }

  /// How many characters of `range` are covered.
  func count(_ range: Range<Int>) -> Int { clipped(range).count { covered[$0] } }

  /// Whether every character of `range` inside the document is covered; true for none.
  func all(_ range: Range<Int>) -> Bool { clipped(range).allSatisfy { covered[$0] } }

  /// Whether some character of `range` is covered.
  func any(_ range: Range<Int>) -> Bool { clipped(range).contains { covered[$0] } }

  private func clipped(_ range: Range<Int>) -> Range<Int> { range.clamped(to: covered.indices) }
}

extension GoldSpan {
  /// In code points.
  var range: Range<Int> { start..<end }
}

extension PredictedSpan {
  /// In code points.
  var range: Range<Int> { start..<end }
}
