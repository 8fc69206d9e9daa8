import Detection
import Patterns
import Testing

@testable import Redaction

@Suite struct SuspicionTests {
  @Test(arguments: [
    (900, 100, Operator.tag), (900, 99, .keep), (1000, 1, .tag), (400, 600, .tag),
    (400, 599, .keep),
    (0, 1000, .tag), (0, 999, .keep),
  ])
  func `a finding goes when "nothing" is no more probable than the profile's suspicion`(
    _ suspicion: Int, _ confidence: Int, _ action: Operator
  ) {
    let profile = Profile(
      name: "test", version: 1, summary: "", operators: [.name: .tag], suspicion: suspicion)
    let finding = Finding(range: 0..<4, category: .name, rule: "test/rule", confidence: confidence)
    #expect(Redactor(profile: profile, restrictedZIP3: []).action(for: finding) == action)
  }
}
