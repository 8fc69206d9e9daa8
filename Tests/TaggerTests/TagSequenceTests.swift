import Tagger
import Testing

struct TagSequenceTests {
  @Test func `tokens keep their features in order`() {
    var sequence = TagSequence()
    sequence.add(5)
    sequence.add(0)
    sequence.add(5)
    sequence.endToken()
    sequence.endToken()
    sequence.add(9)
    sequence.endToken()
    #expect(sequence.count == 3)
    #expect(sequence.features(of: 0) == [5, 1, 5])
    #expect(sequence.features(of: 1).isEmpty)
    #expect(sequence.features(of: 2) == [9])
    sequence.removeAll()
    #expect(sequence.count == 0)
    #expect(sequence.keys.isEmpty)
  }

  @Test func `a token has no more features than can be added up`() {
    var sequence = TagSequence()
    for token in 0..<2 {
      for key in 0..<300 { sequence.add(UInt32(1 + key + token * 1000)) }
      sequence.endToken()
    }
    #expect(sequence.features(of: 0).count == TagSequence.mostFeatures)
    #expect(sequence.features(of: 1).first == 1001)
  }
}
