import Patterns

/// The categories that rules gave to tokens: finer than the tagger's, which knows of an identifier but not whether it is
/// a record number or a licence.
struct RuleLabels {
  /// For each token the category of the strongest sure rule that found something there.
  private var categories: [Category?]
  private var confidences: [Int]

  /// - Parameter candidates: what rules found; those under `certain` do not count.
  init(_ candidates: [Candidate], _ tokens: [Token]) {
    categories = [Category?](repeating: nil, count: tokens.count)
    confidences = [Int](repeating: 0, count: tokens.count)
    let index = TokenIndex()
    for candidate in candidates where candidate.confidence >= TaggerRecognizer.certain {
      for token in index.tokens(in: candidate.range, tokens)
      where candidate.confidence > confidences[token] {
        categories[token] = candidate.category
        confidences[token] = candidate.confidence
      }
    }
  }

  /// The category for the tagger's finding on `range`; nil when rules of the same kind have all of it, so that it adds
  /// nothing.
  func category(_ usual: Category, _ range: Range<Int>) -> Category? {
    let kind = FoundMark.Kind(usual)
    var best: (category: Category, confidence: Int)?
    var isCovered = true
    for token in range {
      guard let category = categories[token], FoundMark.Kind(category) == kind else {
        isCovered = false
        continue
      }
      if confidences[token] > best?.confidence ?? 0 { best = (category, confidences[token]) }
    }
    return isCovered ? nil : best?.category ?? usual
  }
}
