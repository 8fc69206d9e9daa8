import PCRE2
import Testing

@Suite struct JITTests {
  @Test(.enabled(if: PCRE2Library.hasJIT))
  func `machine code is made where the library can`() throws {
    #expect(PCRE2Library.isJITAvailable)
    #expect(try CompiledPattern("a+b").usesJIT)
  }

  @Test func `the interpreter can be asked for`() throws {
    let pattern = try CompiledPattern("a+b", useJIT: false)
    #expect(!pattern.usesJIT)
    #expect(try matches(pattern, Array("xaab".utf8)) == [[1..<4]])
  }

  @Test func `a pattern that forbids machine code says so`() throws {
    #expect(try !CompiledPattern("(*NO_JIT)a+b").usesJIT)
  }

  @Test(.enabled(if: PCRE2Library.isJITAvailable))
  func `a full JIT stack is a failure, and a larger one suffices`() throws {
    let nested = try CompiledPattern("^(?:(a|b)(?1)?)*c")
    let text = Array(String(repeating: "a", count: 3_000).utf8) + [UInt8(ascii: "c")]
    let small = MatchLimits(match: 100_000_000, jitStack: 32)
    let error = failure(nested, text, limits: small)
    #expect(error?.kind == .jitStackLimit)
    #expect(error?.isLimit == true)
    let large = MatchLimits(match: 100_000_000, jitStack: 64 * 1024)
    #expect(try matches(nested, text, limits: large).count == 1)
  }
}
