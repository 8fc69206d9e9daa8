import Lexicons

/// Puts together what is known of one place of a document.
struct PlaceExplainer {
  private let tokens: [Token]
  /// For each token its bytes in the document's text.
  private let ranges: [Range<Int>]
  private let history: ProposalHistory
  private let spared: Set<UInt64>
  private var readings: ReadingExplainer

  init(
    view: TextView, tokens: [Token], history: ProposalHistory, spared: Set<UInt64>,
    readings: ReadingExplainer
  ) {
    self.tokens = tokens
    ranges = tokens.map { view.textRange(of: $0.range) }
    self.history = history
    self.spared = spared
    self.readings = readings
  }

  /// - Parameter range: bytes of the text.
  mutating func explain(_ range: Range<Int>) -> PlaceExplanation {
    let words = words(in: range)
    let reach =
      words.isEmpty
      ? range
      : min(
        range.lowerBound, ranges[words.lowerBound].lowerBound)..<max(
          range.upperBound, ranges[words.upperBound - 1].upperBound)
    var known: [WordExplanation] = []
    for index in words { known.append(word(index)) }
    return PlaceExplanation(
      range: range, words: known, proposals: history.proposals(in: reach),
      findings: history.findings(in: reach))
  }

  /// The tokens that lie in a range of the text, or partly in it.
  private func words(in range: Range<Int>) -> Range<Int> {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < ranges.count, ranges[end].lowerBound < range.upperBound { end += 1 }
    return low..<end
  }

  private mutating func word(_ index: Int) -> WordExplanation {
    let token = tokens[index]
    return WordExplanation(
      range: ranges[index], writing: WordWording.writing(token),
      lists: WordWording.lists(token.facts), reading: readings.reading(of: index),
      isSpared: spared.contains(token.hash))
  }
}
