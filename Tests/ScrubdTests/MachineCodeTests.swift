import PCRE2
import Patterns
import Testing

@testable import scrubd

/// Which rules a service has machine code for.
@Suite struct MachineCodeTests {
  @Test(.enabled(if: PCRE2Library.isJITAvailable))
  func `a service has it for what takes something out, and interprets what only weighs`() throws {
    let policy = try RealPolicy.publication()
    #expect(policy.isJITOn)
    let interpreted = policy.packs.patterns.filter { !$0.compiled.usesJIT }
    #expect(interpreted.isEmpty)
    let made = policy.revealing.patterns.filter { $0.compiled.usesJIT }
    #expect(made.isEmpty)
  }
}
