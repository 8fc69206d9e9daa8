import Syscalls
import Testing

@Test func `the build of the program has an id, the same each time`() {
  // SHA-1, as the linker makes it by default.
  #expect(ProgramImage.buildID.count == 20)
  #expect(ProgramImage.buildID.contains { $0 != 0 })
}
