package import Patterns

/// Why a document's words are found to be identifiers, or not.
///
/// It answers somebody who may see the text, and repeats words of it: it must never be logged or kept.
package struct Explanation: Sendable {
  /// What was found in the whole document, as `Detector.detect` tells it.
  package var findings: [Finding]
  /// The places that were asked about, in the order they were asked.
  package var places: [PlaceExplanation]
}

/// Why one place of a document is found to be an identifier, or not.
package struct PlaceExplanation: Sendable {
  /// What was asked about, in bytes of the document's text.
  package var range: Range<Int>
  /// The tokens that lie in it or partly in it.
  package var words: [WordExplanation]
  /// All that was proposed for any of these words, surest first, with what became of it.
  package var proposals: [ProposalExplanation]
  /// What was found in the end, in order of position.
  package var findings: [Finding]
}

/// A proposal and what became of it.
package struct ProposalExplanation: Sendable, Hashable {
  /// Bytes of the document's text.
  package var range: Range<Int>
  package var category: Category
  package var rule: String
  /// Thousandths.
  package var confidence: Int
  package var evidence: [String]
  package var role: Role
  package var fate: Fate

  package enum Fate: Sendable, Hashable {
    /// The finding is its.
    case stands
    /// A stronger proposal of this rule has the place.
    case covered(by: String)
    /// The guard with this id knows better.
    case guarded(by: String)
    /// The name is a drug, a device or an eponym of the word lists.
    case medicine
    /// The rule was unsure and the tagger did not agree.
    case unconfirmed
    /// The document's memory proposed it, and the tagger saw no identifier there.
    case spared
  }
}

/// A token, and what is known of it.
package struct WordExplanation: Sendable {
  /// Bytes of the document's text.
  package var range: Range<Int>
  /// How it is written and where it stands, in words.
  package var writing: [String]
  /// What the word lists know of it, in words; empty when no list has it.
  package var lists: [String]
  package var reading: TaggerReading
  /// Whether the document's memory keeps off this word, because a mention of it was refuted.
  package var isSpared: Bool
}

/// What the tagger made of a token.
package struct TaggerReading: Sendable {
  /// Whether it read the token at all.
  package var gate: Gate
  /// The calibrated probability of nothing, in thousandths; 1000 where the tagger did not read.
  package var nothing: Int
  /// Up to this probability of nothing the token is an identifier of `kind`, under the profile's suspicion.
  package var mostNothing: Int
  /// The model's own probability of each kind, in thousandths, likeliest first.
  package var kinds: [KindProbability]
  /// The identifier that the features speak for or against.
  package var kind: String
  /// What spoke for that kind and against nothing, strongest first.
  package var reasonsFor: [FeatureReason]
  /// What spoke for nothing and against that kind, strongest first.
  package var reasonsAgainst: [FeatureReason]

  package enum Gate: String, Sendable, Hashable {
    /// There is no tagger, or it was told not to read.
    case absent
    /// It can be no identifier: the tagger did not read it.
    case unread
    /// It can be no identifier by itself, but stands beside or between words that can.
    case beside
    /// It can be an identifier.
    case candidate
  }

  package struct KindProbability: Sendable, Hashable {
    package var kind: String
    /// Thousandths.
    package var probability: Int
  }
}

/// What one feature said: a question, its answer, and the weight of that.
package struct FeatureReason: Sendable, Hashable {
  /// The template's stable name, such as `wordBefore`.
  package var template: String
  /// The question in words: `word before`.
  package var question: String
  /// The answer in words; it may hold text of the document.
  package var answer: String
  /// In bits: 1 doubles the odds of the kind against nothing, -1 halves them.
  package var bits: Float
}
