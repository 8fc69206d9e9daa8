import Tagger

/// What one worker needs to run the tagger; kept between documents.
struct TaggingScratch: Sendable {
  var input = TaggerInput()
  /// What rules found at the tokens of the open window.
  var found = FoundMarks()
  /// What they found in all of the document.
  var all = FoundInDocument()
  var scorer = StretchScorer()
  var chain = TaggerScratch()
  /// For each token the probability, in thousandths, that it is part of an identifier; 0 where the tagger did not read.
  var probability: [Int16] = []

  mutating func begin(_ count: Int) {
    probability.removeAll(keepingCapacity: true)
    probability.append(contentsOf: repeatElement(0, count: count))
  }
}
