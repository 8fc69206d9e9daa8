import Lexicons
package import Tagger

/// A document as the tagger is taught: what it would read of it, and where in the text each token lies.
package struct TaggerLesson: Sendable {
  /// The features of the tokens of all stretches, one stretch after the other.
  package var features: TagSequence
  /// For each stretch its tokens' places in `features`.
  package var stretches: [Range<Int>]
  /// Bytes of the text, for each token in `features`.
  package var places: [Range<Int>]
  /// Bytes of the text, for the tokens outside the stretches: the tagger never sees them.
  package var unread: [Range<Int>]
}

extension Detector {
  /// The tagger's view of a text, made by the same code that runs in the daemon.
  package func lesson(_ text: [UInt8], _ scratch: inout DetectionScratch) throws(DetectionError)
    -> TaggerLesson
  {
    try UTF8Check.check(text)
    let view = TextView(text)
    tokenizer.tokenize(view, into: &scratch.tokens, &scratch.facts)
    let candidates = try propose(
      view, isTypedLower: WritingHabits(of: scratch.tokens).isTypedLower, &scratch)
    scratch.tagging.input.read(scratch.tokens, view.bytes, candidates, groups)
    scratch.tagging.input.readFeatures()
    let input = scratch.tagging.input
    var lesson = TaggerLesson(features: input.features, stretches: [], places: [], unread: [])
    var next = 0
    for stretch in input.stretches {
      lesson.unread += scratch.tokens[next..<stretch.lowerBound].map {
        view.textRange(of: $0.range)
      }
      let first = lesson.places.count
      lesson.places += scratch.tokens[stretch].map { view.textRange(of: $0.range) }
      lesson.stretches.append(first..<lesson.places.count)
      next = stretch.upperBound
    }
    lesson.unread += scratch.tokens[next...].map { view.textRange(of: $0.range) }
    return lesson
  }
}

extension Detector {
  /// Tells which questions the features answer: a model made for others is refused. It changes with the templates.
  package static let taggerFeatures: UInt64 = 3

  /// A word, in folded small letters, with its group, as the features look it up.
  package static func groupEntry(_ word: some Sequence<UInt8>, _ group: UInt16) -> WordGroups.Entry
  {
    WordGroups.Entry(word: FeatureKey.fold(WordHash.of(word)), group: group)
  }
}
