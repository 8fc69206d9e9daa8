import Tagger
import Testing
import TrainingText

@testable import scrubd_train

/// The truth for tokens: which label each has.
@Suite struct SpanLabelsTests {
  /// The labels of the tokens at `places`, with spans given as label and range.
  private static func labels(
    _ spans: [(TrainingLabel, Range<Int>)], _ places: [Range<Int>]
  ) -> [TagLabel] {
    SpanLabels(spans.map { TrainingSpan($0, $1) }).labels(of: places)
  }

  @Test func `tokens of a span begin and go on, all others are outside`() {
    #expect(
      SpanLabelsTests.labels(
        [(.name, 3..<9), (.date, 12..<16)],
        [0..<2, 3..<5, 6..<9, 9..<10, 12..<13, 13..<16, 17..<20])
        == [
          .outside, .nameBegin, .nameInside, .outside, .dateBegin, .dateInside, .outside,
        ])
  }

  @Test func `spans side by side each begin`() {
    #expect(
      SpanLabelsTests.labels([(.name, 0..<3), (.name, 3..<6)], [0..<3, 3..<6])
        == [.nameBegin, .nameBegin])
  }

  @Test func `a token that a span covers in part has its label`() {
    #expect(SpanLabelsTests.labels([(.id, 4..<8)], [0..<6, 6..<10]) == [.idBegin, .idInside])
    #expect(SpanLabelsTests.labels([(.id, 4..<8)], [0..<4, 8..<10]) == [.outside, .outside])
  }

  /// The first token of a span the tagger reads begins it for the tagger, whatever stands before.
  @Test func `a span of which not all tokens are asked for begins with the first that is`() {
    #expect(
      SpanLabelsTests.labels([(.name, 0..<12)], [4..<6, 8..<12]) == [.nameBegin, .nameInside])
  }

  @Test func `without spans all tokens are outside, and without tokens there is nothing to say`() {
    #expect(SpanLabelsTests.labels([], [0..<1, 2..<3]) == [.outside, .outside])
    #expect(SpanLabelsTests.labels([(.name, 0..<3)], []) == [])
  }

  static let meanings: [(TrainingLabel, [TagLabel])] = [
    (.name, [.nameBegin, .nameInside]), (.location, [.locationBegin, .locationInside]),
    (.organization, [.organizationBegin, .organizationInside]), (.date, [.dateBegin, .dateInside]),
    (.id, [.idBegin, .idInside]), (.contact, [.contactBegin, .contactInside]),
    (.age, [.age, .age]),
    (.profession, [.profession, .profession]), (.state, [.region, .region]),
    (.country, [.region, .region]), (.year, [.outside, .outside]),
    (.revealing, [.outside, .outside]),
  ]

  @Test(arguments: meanings) func `each label of the markup has a meaning for the tagger`(
    _ label: TrainingLabel, _ expected: [TagLabel]
  ) {
    #expect(SpanLabelsTests.labels([(label, 0..<7)], [0..<3, 4..<7]) == expected)
  }

  @Test func `no label of the markup is left out`() {
    #expect(
      SpanLabelsTests.meanings.map(\.0.rawValue).sorted()
        == TrainingLabel.allCases.map(\.rawValue).sorted())
  }
}
