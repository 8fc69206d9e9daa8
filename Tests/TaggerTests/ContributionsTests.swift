import Testing

@testable import Tagger

struct ContributionsTests {
  @Test func `the features for a label come strongest first`() throws {
    var weights = ModelWeights(steps: 4, features: 0)
    weights.keys = [10, 20, 30, 40]
    weights.rows = [.zero, .zero, .zero, .zero]
    weights.rows[0][TagLabel.nameBegin.lane] = 16
    weights.rows[1][TagLabel.nameBegin.lane] = 32
    weights.rows[1][TagLabel.outside.lane] = -16
    weights.rows[2][TagLabel.outside.lane] = 8
    weights.rows[3][TagLabel.dateBegin.lane] = 100
    var sequence = TagSequence()
    for key: UInt32 in [40, 30, 10, 50, 20] { sequence.add(key) }
    sequence.endToken()
    let contributions = try TaggerModel(bytes: weights.bytes)
      .contributions(of: sequence, at: 0, for: .nameBegin)
    #expect(
      contributions == [
        TagContribution(key: 20, bits: 3), TagContribution(key: 10, bits: 1),
        TagContribution(key: 30, bits: -0.5),
      ])
  }
}
