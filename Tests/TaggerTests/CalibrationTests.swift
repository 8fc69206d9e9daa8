import Tagger
import Testing

struct CalibrationTests {
  @Test func `an uncalibrated model is taken at its word`() {
    for step in 0...1000 {
      #expect(abs(Calibration.identity.thousandths(Float(step) / 1000) - step) <= 1)
    }
  }

  @Test func `between its points it is a line that never falls`() throws {
    var millionths = [UInt32](repeating: 0, count: 10)
    millionths += [UInt32](repeating: 300_000, count: 10)
    millionths += (20..<33).map { UInt32(900_000 + $0 * 1000) }
    let calibration = try #require(Calibration(millionths: millionths))
    var before = 0
    for step in 0...5000 {
      let here = calibration.thousandths(Float(step) / 5000)
      #expect(here >= before)
      before = here
    }
    #expect(calibration.thousandths(0) == 0)
    #expect(calibration.thousandths(1) == 932)
    #expect(calibration.thousandths(0.5) == 300)
    #expect(calibration.thousandths((Calibration.points[19] + Calibration.points[20]) / 2) == 610)
  }

  @Test func `what falls, is too much or too little is no calibration`() {
    let good = (0..<33).map { UInt32($0 * 1000) }
    #expect(Calibration(millionths: good) != nil)
    #expect(Calibration(millionths: good.reversed()) == nil)
    #expect(Calibration(millionths: good.dropLast()) == nil)
    #expect(Calibration(millionths: good.dropLast() + [1_000_001]) == nil)
  }

  @Test func `another calibration changes nothing else of a model`() throws {
    var random = RandomModel(seed: 20)
    let model = try random.model
    let calibration = try #require(Calibration(millionths: Array(repeating: 250_000, count: 33)))
    let calibrated = try TaggerModel(bytes: model.bytes(with: calibration))
    try calibrated.verifyChecksum()
    #expect(calibrated.calibrated(0.9) == 250)
    #expect(model.calibrated(0.9) == 900)
    let sequence = random.sequence(tokens: 5, features: 5)
    #expect(calibrated.marginals(sequence) == model.marginals(sequence))
  }
}
