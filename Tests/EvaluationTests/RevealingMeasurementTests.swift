import Testing

@testable import Evaluation

@Suite struct RevealingMeasurementTests {
  private static func span(_ range: Range<Int>, _ label: String) -> GoldSpan {
    GoldSpan(
      file: "a.txt", start: range.lowerBound, end: range.upperBound, label: label, hipaa: "OTHER",
      required: false)
  }

  @Test func `a span is found when a reference overlaps it`() {
    var measurement = RevealingMeasurement()
    measurement.add(
      gold: [Self.span(10..<20, "REVEALING"), Self.span(30..<40, "REVEALING")],
      references: [18..<25], removed: [], isHeld: true)
    #expect(measurement.labels["REVEALING"]?.found == 1)
    #expect(measurement.labels["REVEALING"]?.recall == 0.5)
    #expect(measurement.falseFlags == 0)
    #expect(measurement.heldShare == 1)
  }

  @Test func `what redaction took is neither found nor missed`() {
    var measurement = RevealingMeasurement()
    measurement.add(
      gold: [Self.span(0..<10, "PROFESSION"), Self.span(20..<30, "PROFESSION")], references: [],
      removed: [0..<5, 20..<24], isHeld: false)
    let counts = measurement.labels["PROFESSION"]
    #expect(counts?.gone == 1)
    #expect(counts?.recall == 0)
    #expect(measurement.documentsHeld == 0)
  }

  @Test func `a flag beside everything marked is false, whatever the label of what is marked`() {
    var measurement = RevealingMeasurement()
    measurement.add(
      gold: [Self.span(0..<5, "NAME")], references: [3..<6, 8..<9, 12..<20], removed: [],
      isHeld: false)
    measurement.add(gold: [], references: [], removed: [], isHeld: false)
    #expect(measurement.falseFlags == 2)
    #expect(measurement.documentsWithFalseFlags == 1)
    #expect(measurement.falseFlagsPerDocument == 1)
    #expect(measurement.labels.isEmpty)
  }

  @Test func `nothing measured has no figures`() {
    let measurement = RevealingMeasurement()
    #expect(measurement.falseFlagsPerDocument == nil)
    #expect(measurement.heldShare == nil)
    #expect(RevealingMeasurement.Counts().recall == nil)
  }

  @Test func `the lines name labels in order`() {
    var measurement = RevealingMeasurement()
    measurement.add(
      gold: [Self.span(0..<4, "REVEALING"), Self.span(6..<9, "PROFESSION")], references: [0..<4],
      removed: [], isHeld: true)
    #expect(
      measurement.lines == [
        "PROFESSION: 0 of 1 found, 0 gone before", "REVEALING: 1 of 1 found, 0 gone before",
        "false flags: 0 in 0 of 1 documents", "held for what remains: 1 of 1 documents",
      ])
  }
}
