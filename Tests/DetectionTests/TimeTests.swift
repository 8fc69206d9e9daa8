import Lexicons
import TestSupport
import Testing

@testable import Detection

@Suite struct TimeTests {
  @Test func `detection without any pattern ends when the time is up`() throws {
    let detector = Detector(lexicon: try TestLexicon.shared())
    let text = Array("We saw Maria Gonzalez today.".utf8)
    var scratch = DetectionScratch()
    let memory = try detector.detect(text, &scratch).memory
    scratch.isTimeUp = { true }
    #expect(throws: DetectionError.interrupted) { _ = try detector.detect(text, &scratch) }
    #expect(throws: DetectionError.interrupted) {
      _ = try detector.rescan(text, memory, &scratch)
    }
  }

  @Test func `the question is asked at one step in some thousand`() {
    let time = TimeCheck(isTimeUp: { true })
    #expect(throws: DetectionError.interrupted) { try time.ask(at: 0) }
    #expect(throws: Never.self) { try time.ask(at: 1) }
    #expect(throws: DetectionError.interrupted) { try time.ask(at: 1 << 20) }
  }
}
