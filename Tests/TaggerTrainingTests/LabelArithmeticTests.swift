import Glibc
import TestSupport
import Testing

@testable import TaggerTraining

struct LabelArithmeticTests {
  @Test func `powers of e are right to the last bits`() {
    for step in 0...4990 {
      let exponent = -Float(step) / 100
      let power = LabelRow(repeating: exponent).exponential[step % 16]
      #expect(abs(Double(power) / exp(Double(exponent)) - 1) < 8e-6)
    }
    #expect(LabelRow.zero.exponential[0] == 1)
    #expect(LabelRow(repeating: -1e30).exponential[0] > 0)
  }

  @Test func `the logarithm of a product is the sum of logarithms`() {
    var generator = SeededGenerator(seed: 1)
    var product = LogProduct()
    var sum = 0.0
    for _ in 0..<2000 {
      let factor = Float.random(in: 1e-30...1, using: &generator)
      product.multiply(factor)
      sum += log(Double(factor))
    }
    #expect(abs(product.logarithm - sum) < 1e-9 * abs(sum))
    #expect(LogProduct().logarithm == 0)
  }

  @Test func `sums and largest lanes are those of the lanes`() {
    let row = LabelRow((0..<16).map { Float(($0 * 7) % 16) - 8 })
    #expect(row.total == row.sum())
    #expect(row.highest == 7)
  }
}
