import Glibc
import TestSupport
import Testing

/// A process that may have few files open at a time.
@Suite struct FewDescriptorsTests {
  @Test func `with few descriptors a flood is slower and nothing is lost`() async throws {
    let root = try ScrubdRoot()
    let count = 120
    for number in 0..<count {
      try root.drop("Phone (217) 555-01\(10 + number % 80).\n", named: "\(number).txt")
    }
    let run = try await ScrubdProcess(
      ["run", "--root", root.path, "--once"], mostDescriptors: 40
    ).end()
    #expect(run.exitCode == 0, "\(run.errors)")
    try await root.expectAllReleased(count)
    try await root.expectWholeAudit()
  }
}
