import Testing

@testable import Detection
@testable import Patterns

/// A mask may hold more than was put in, and never less.
@Suite struct ByteMaskTests {
  @Test func `every byte is in the mask of its set`() {
    for byte in UInt8.min...UInt8.max {
      let mask = ByteMask(ByteSet([byte]))
      #expect(mask.mayContain(byte))
      #expect(mask.meets(ByteMask(of: byte)))
      #expect(ByteMask.all.mayContain(byte))
      #expect(!ByteMask().mayContain(byte))
    }
  }

  @Test func `the mask of a set is that of its bytes`() {
    var random = SplitMix(state: 3)
    for _ in 0..<200 {
      let bytes = (0..<random.next() % 40).map { _ in UInt8(truncatingIfNeeded: random.next()) }
      let joined = bytes.reduce(ByteMask()) { $0.union(ByteMask(of: $1)) }
      #expect(ByteMask(ByteSet(bytes)) == joined)
    }
  }

  @Test func `letters and what ends words are told apart`() {
    let apart = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ ,.-/:0\n".utf8)
    for byte in apart {
      let mask = ByteMask(of: byte)
      #expect(apart.filter { mask.mayContain($0) } == [byte])
    }
    #expect(ByteMask(of: UInt8(ascii: "3")) == ByteMask(of: UInt8(ascii: "7")))
  }

  @Test func `masks are joined and cut like sets`() {
    let (vowels, early) = (ByteMask(ByteSet("aeiou".utf8)), ByteMask(ByteSet("abc".utf8)))
    #expect(vowels.intersection(early) == ByteMask(of: UInt8(ascii: "a")))
    #expect(vowels.union(early) == ByteMask(ByteSet("abceiou".utf8)))
  }
}
