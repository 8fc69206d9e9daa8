/// Counts one document into a score.
struct DocumentScorer {
  private let document: EvaluationDocument
  private let text: CodePoints
  private let asked: [GoldSpan]
  private let predicted: [PredictedSpan]
  private let care: Mask
  private let dontCare: Mask
  private let found: Mask
  /// One mask for each predicted label, in order of appearance; nil for predictions without one.
  private let byLabel: [(label: String?, found: Mask)]

  init(
    _ document: EvaluationDocument, gold: [GoldSpan], predicted: [PredictedSpan],
    options: ScoringOptions
  ) {
    self.document = document
    self.predicted = predicted
    text = CodePoints(document.text)
    let count = text.scalars.count
    asked = gold.filter(options.asksFor)
    care = Mask(asked.lazy.map(\.range), count: count)
    dontCare = Mask(gold.lazy.filter { !options.asksFor($0) }.map(\.range), count: count)
    found = Mask(predicted.lazy.map(\.range), count: count)
    var labels: [String?] = []
    for span in predicted where !labels.contains(span.hipaa) { labels.append(span.hipaa) }
    byLabel = labels.map { label in
      (label, Mask(predicted.lazy.filter { $0.hipaa == label }.map(\.range), count: count))
    }
  }

  /// Adds this document's counts to `score`.
  func count(into score: inout Score) {
    score.documents += 1
    score.characters += text.scalars.count
    countAsked(into: &score)
    countPredicted(into: &score)
    countCharacters(into: &score)
    countFalseSpans(into: &score)
  }

  private func countAsked(into score: inout Score) {
    var leaked = false
    for span in asked {
      let sameLabel = byLabel.first { $0.label == span.hipaa }?.found
      let isFound = count(span, sameLabel, into: &score.labels[span.hipaa])
      if !isFound {
        leaked = true
        score.missed.append(missed(span))
      }
    }
    if !asked.isEmpty { score.documentsWithGold += 1 }
    if leaked { score.leakedDocuments += 1 }
  }

  /// Counts one span; true when nothing of it is left.
  private func count(_ span: GoldSpan, _ sameLabel: Mask?, into counts: inout Counts) -> Bool {
    let tokens = text.tokens(overlapping: span.range)
    var isFound = tokens.isEmpty ? found.all(span.range) : true
    for token in tokens {
      // The part of a token outside the span is not asked for.
      let part = token.clamped(to: span.range)
      let hit = found.all(part)
      counts.tokens += 1
      counts.tokensFound += hit ? 1 : 0
      counts.tokensFoundWithLabel += (sameLabel?.all(part) ?? part.isEmpty) ? 1 : 0
      isFound = isFound && hit
    }
    counts.spans += 1
    counts.spansFound += isFound ? 1 : 0
    counts.characters += span.end - span.start
    counts.charactersFound += found.count(span.range)
    return isFound
  }

  private func missed(_ span: GoldSpan) -> Passage {
    let left = text.tokens(overlapping: span.range).count { !found.all($0.clamped(to: span.range)) }
    var rules: [String] = []
    for part in predicted where part.range.overlaps(span.range) {
      if let rule = part.rule, !rules.contains(rule) { rules.append(rule) }
    }
    return Passage(document, text, missed: span, rules: rules, tokens: left)
  }

  private func countPredicted(into score: inout Score) {
    var hasFalse = false
    for token in text.tokens where found.any(token) {
      if care.any(token) {
        score.labels[LabelCounts.all].predictedRight += 1
      } else if !dontCare.any(token) {
        score.labels[LabelCounts.all].predictedFalse += 1
        hasFalse = true
      }
      countLabels(of: token, into: &score.labels)
    }
    if hasFalse { score.documentsWithFalse += 1 }
  }

  private func countLabels(of token: Range<Int>, into labels: inout LabelCounts) {
    let touched = asked.filter { $0.start < token.upperBound && $0.end > token.lowerBound }
    for (label, found) in byLabel where found.any(token) {
      let name = label ?? LabelCounts.none
      if !touched.isEmpty {
        labels[name].predictedRight += 1
        labels[name].predictedRightLabel += touched.contains { $0.hipaa == label } ? 1 : 0
      } else if !dontCare.any(token) {
        labels[name].predictedFalse += 1
      }
    }
  }

  private func countCharacters(into score: inout Score) {
    for (index, scalar) in text.scalars.enumerated()
    where found[index] && !CodePoints.isSpace(scalar) {
      if care[index] {
        score.labels[LabelCounts.all].predictedCharactersRight += 1
      } else if !dontCare[index] {
        score.labels[LabelCounts.all].predictedCharactersFalse += 1
      }
    }
  }

  private func countFalseSpans(into score: inout Score) {
    for span in predicted {
      let tokens = text.tokens(overlapping: span.range)
      let alien = tokens.count { !care.any($0) && !dontCare.any($0) }
      guard alien > 0 else { continue }
      let passage = Passage(document, text, falsely: span, tokens: alien)
      if alien == tokens.count {
        score.falseAlarms.append(passage)
      } else {
        score.overlong.append(passage)
      }
    }
  }
}
