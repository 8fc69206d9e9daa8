import Tagger
import TestSupport
import Testing

@testable import TaggerTraining

struct QuantizerTests {
  @Test(arguments: [Float(0.5), 2, 5, 9])
  func `weights are kept to half a step, but for what all labels share`(size: Float) {
    var generator = SeededGenerator(seed: 1)
    let point = ParameterVector(rowCount: 50 + ParameterVector.chainRows)
    for row in 0..<point.count {
      unsafe point.rows[row] = .random(in: -size...size, using: &generator)
      unsafe point.rows[row][row % 16] = row < 50 ? 0 : size
    }
    // Off the middle: too large on one side alone.
    unsafe point.rows[0] = (point.rows[0] + size) / 2
    let keys = (1...50).map { UInt32($0) }
    let weights = Quantizer(leastWeight: 0).weights(point, keys: keys, features: 0)
    #expect(weights.keys == keys)
    let step = 0.693_147_2 / Float(1 << weights.steps)
    for row in 0..<50 {
      let kept = SIMD16<Float>(weights.rows[row]) * step
      let trained = unsafe point.rows[row]
      // Five and a half natural logarithms are the most a byte can hold at the coarsest steps.
      let lost = (trained - trained[15]) - (kept - kept[15])
      if size <= 5 { #expect(max(lost.highest, (-lost).highest) <= step * 1.01) }
    }
    let kept = SIMD16<Float>(weights.transitions[2]) * step - (unsafe point.rows[52])
    #expect(max(kept.highest, (-kept).highest) <= step * 0.51)
  }

  @Test func `rows that say nothing are left out`() {
    let point = ParameterVector(rowCount: 3 + ParameterVector.chainRows)
    unsafe point.rows[0][4] = 0.001
    unsafe point.rows[1][4] = -0.4
    unsafe point.rows[2][4] = 1
    #expect(
      Quantizer(leastWeight: 0).weights(point, keys: [5, 6, 7], features: 0).keys == [6, 7])
    #expect(Quantizer(leastWeight: 0.5).weights(point, keys: [5, 6, 7], features: 0).keys == [7])
  }
}
