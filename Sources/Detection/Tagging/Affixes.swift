/// The first and last letters of a word, folded to lower case and packed.
struct Affixes: Sendable {
  var prefixOf3: UInt32 = 0
  var prefixOf4: UInt32 = 0
  var suffixOf2: UInt32 = 0
  var suffixOf3: UInt32 = 0
  var suffixOf4: UInt32 = 0
  /// Letters, 15 for more; 0 for what is no word.
  var count: UInt8 = 0

  init() {}

  init(_ token: Token, _ bytes: [UInt8]) {
    guard token.kind == .word else { return }
    count = UInt8(min(token.length, 15))
    var letters: UInt32 = 0
    for index in Int(token.start)..<Int(token.start) + min(4, token.length) {
      letters = letters << 8 | UInt32(bytes[index] | 0x20)
      if index == Int(token.start) + 2 { prefixOf3 = letters }
    }
    prefixOf4 = letters
    letters = 0
    for index in Int(token.end) - min(4, token.length)..<Int(token.end) {
      letters = letters << 8 | UInt32(bytes[index] | 0x20)
    }
    suffixOf2 = letters & 0xffff
    suffixOf3 = letters & 0xff_ffff
    suffixOf4 = letters
  }
}
