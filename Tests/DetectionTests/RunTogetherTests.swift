import Lexicons
import TestSupport
import Testing

@testable import Detection

@Suite struct RunTogetherTests {
  private static func found(_ text: String) throws -> [String] {
    let bytes = Array(text.utf8)
    var scratch = DetectionScratch()
    let findings = try Detector(lexicon: TestLexicon.shared()).detect(bytes, &scratch).findings
    return findings.map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  @Test(arguments: [
    ("He lives in Port Aransas, TX. #PortAransas", "PortAransas"),
    ("He lives in Port Aransas, TX. #portaransas", "portaransas"),
    ("He lives in Port Aransas, TX. See @PortAransas for more.", "PortAransas"),
  ])
  func `a known place is found with its words run together`(_ text: String, _ tag: String) throws {
    #expect(try RunTogetherTests.found(text).contains(tag))
  }

  @Test func `words run together that no known place has stay`() throws {
    #expect(try !RunTogetherTests.found("He lives in Duluth, MN. #PortSide").contains("PortSide"))
  }
}
