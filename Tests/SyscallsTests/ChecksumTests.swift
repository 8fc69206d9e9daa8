import Testing

@testable import Syscalls

@Suite struct ChecksumTests {
  @Test(arguments: [0, 1, 7, 8, 31, 32, 33, 64, 95, 130])
  func `a flipped bit, and another length, give another wide checksum`(_ count: Int) {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37) }
    let whole = Checksum.wide(bytes)
    for index in bytes.indices {
      for bit in 0..<8 {
        var flipped = bytes
        flipped[index] ^= 1 << UInt8(bit)
        #expect(Checksum.wide(flipped) != whole)
      }
    }
    #expect(Checksum.wide(bytes + [0]) != whole)
  }

  @Test func `bytes that are swapped between lanes give another wide checksum`() {
    let bytes = (0..<64).map { UInt8($0) }
    #expect(Checksum.wide(bytes) != Checksum.wide(Array(bytes[32...] + bytes[..<32])))
    #expect(
      Checksum.wide(bytes) != Checksum.wide(Array(bytes[8..<16] + bytes[..<8] + bytes[16...])))
  }

  @Test func `a range of a file has the wide checksum of its bytes`() {
    let bytes = (0..<200).map { UInt8(truncatingIfNeeded: $0 &* 11) }
    let file = MappedFile(copying: bytes)
    #expect(file.wideChecksum(of: 3..<150) == Checksum.wide(Array(bytes[3..<150])))
    #expect(file.wideChecksum(of: 150..<201) == nil)
    #expect(file.words(in: 4..<12) == [0x4d42_372c, 0x796e_6358])
    #expect(file.words(in: 4..<11) == nil && file.words(in: 196..<204) == nil)
  }
}
