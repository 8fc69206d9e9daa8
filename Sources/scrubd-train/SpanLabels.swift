import Tagger
import TrainingText

/// The truth for tokens: the label of the span each lies in.
struct SpanLabels {
  /// Sorted and apart.
  private let spans: [TrainingSpan]

  init(_ spans: [TrainingSpan]) { self.spans = spans }

  /// The labels of tokens in order, given as byte ranges of the text.
  func labels(of places: [Range<Int>]) -> [TagLabel] {
    var labels: [TagLabel] = []
    var next = 0
    var taken = -1
    for place in places {
      while next < spans.count, spans[next].range.upperBound <= place.lowerBound { next += 1 }
      guard next < spans.count, spans[next].range.lowerBound < place.upperBound else {
        labels.append(.outside)
        continue
      }
      labels.append(SpanLabels.label(spans[next].label, isFirst: taken != next))
      taken = next
    }
    return labels
  }

  private static func label(_ label: TrainingLabel, isFirst: Bool) -> TagLabel {
    switch label {
    case .name: isFirst ? .nameBegin : .nameInside
    case .location: isFirst ? .locationBegin : .locationInside
    case .organization: isFirst ? .organizationBegin : .organizationInside
    case .date: isFirst ? .dateBegin : .dateInside
    case .id: isFirst ? .idBegin : .idInside
    case .contact: isFirst ? .contactBegin : .contactInside
    case .age: .age
    case .profession: .profession
    case .state, .country: .region
    // A year alone is the profile's to keep, and rules know it; a revealing phrase is not an identifier.
    case .year, .revealing: .outside
    }
  }
}
