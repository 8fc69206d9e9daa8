import Testing

@testable import Evaluation

@Suite struct DecimalTests {
  @Test(arguments: [
    (0.0, "0.0000"), (1.0, "1.0000"), (0.5, "0.5000"), (0.66666, "0.6667"), (40.0, "40.0000"),
    (1234.56785, "1234.5678"), (0.00005, "0.0001"), (0.00015, "0.0001"), (0.00025, "0.0003"),
    (0.03125, "0.0312"), (0.09375, "0.0938"), (-0.25, "-0.2500"), (.nan, "nan"),
  ])
  func `a number has four decimals, rounded as printf rounds`(_ number: Double, _ text: String) {
    #expect(Decimal.four(number) == text)
  }

  @Test func `a figure that does not exist is None`() {
    #expect(Decimal.four(Double?.none) == "None")
  }
}
