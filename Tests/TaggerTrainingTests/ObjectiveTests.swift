import Tagger
import TestSupport
import Testing

@testable import TaggerTraining

struct ObjectiveTests {
  @Test(arguments: [UInt64(1), 2])
  func `the gradient is what small steps find`(seed: UInt64) {
    var fixture = ObjectiveFixture(seed: seed)
    let objective = ChainObjective(
      IndexedCorpus(fixture.sequences(), leastCount: 1), sigma: 2)
    let point = fixture.point(objective.rowCount)
    let gradient = ParameterVector(rowCount: objective.rowCount)
    let other = ParameterVector(rowCount: objective.rowCount)
    _ = objective.evaluate(point, gradient: gradient)
    for row in 0..<objective.rowCount {
      for lane in [0, 5, 15] {
        let middle = unsafe point.rows[row][lane]
        unsafe point.rows[row][lane] = middle + 0.01
        let above = objective.evaluate(point, gradient: other)
        unsafe point.rows[row][lane] = middle - 0.01
        let below = objective.evaluate(point, gradient: other)
        unsafe point.rows[row][lane] = middle
        let slope = (above - below) / 0.02
        let found = unsafe Double(gradient.rows[row][lane])
        #expect(abs(found - slope) < 2e-3 * max(1, abs(slope)), "row \(row), label \(lane)")
      }
    }
  }

  @Test func `where no weights are, every labelling is as probable`() {
    let labelled = LabelledSequence(
      ToyTask.features([1, 2, 3]), [.only(.age), [.only(.outside), .only(.region)], .any])
    let objective = ChainObjective(IndexedCorpus([labelled], leastCount: 1), sigma: 1)
    let zero = ParameterVector(rowCount: objective.rowCount)
    let value = objective.evaluate(zero, gradient: ParameterVector(rowCount: objective.rowCount))
    // One of 16, two of 16, and all.
    #expect(abs(value - 7 * 0.693_147_18) < 1e-5)
  }

  @Test func `the weights cost half their squares over sigma squared`() {
    let objective = ChainObjective(IndexedCorpus([], leastCount: 1), sigma: 2)
    let point = ParameterVector(rowCount: objective.rowCount)
    unsafe point.rows[3][4] = 3
    let gradient = ParameterVector(rowCount: objective.rowCount)
    #expect(objective.evaluate(point, gradient: gradient) == 9.0 / 8)
    #expect(unsafe gradient.rows[3][4] == 0.75)
  }

  @Test func `weights beyond all measure still give numbers`() {
    var fixture = ObjectiveFixture(seed: 4)
    let objective = ChainObjective(
      IndexedCorpus(fixture.sequences(), leastCount: 1), sigma: 1)
    let point = fixture.point(objective.rowCount)
    for row in 0..<point.count { unsafe point.rows[row] *= 1000 }
    let gradient = ParameterVector(rowCount: objective.rowCount)
    #expect(objective.evaluate(point, gradient: gradient).isFinite)
    for row in 0..<point.count { #expect(unsafe gradient.rows[row].sum().isFinite) }
  }
}

/// Random sequences over few features, with every kind of truth.
struct ObjectiveFixture {
  var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func sequences() -> [LabelledSequence] {
    (1...9).map { count in
      var features = TagSequence()
      var allowed: [TagLabels] = []
      for _ in 0..<count % 5 + 1 {
        for _ in 0..<3 { features.add(.random(in: 1...8, using: &generator)) }
        features.endToken()
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: allowed.append(.any)
        case 1: allowed.append(.nothing)
        default:
          allowed.append(TagLabels(rawValue: 1 << UInt16.random(in: 0..<16, using: &generator)))
        }
      }
      return LabelledSequence(features, allowed, weight: Float(count % 3) / 2 + 0.5)
    }
  }

  mutating func point(_ rowCount: Int) -> ParameterVector {
    let point = ParameterVector(rowCount: rowCount)
    for row in 0..<rowCount { unsafe point.rows[row] = .random(in: -1...1, using: &generator) }
    return point
  }
}
