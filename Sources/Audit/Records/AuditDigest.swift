import Crypto
import FoundationEssentials

/// A SHA-256 digest: of a record's line, a released file, a profile or a pack. Never of a removed value, see `AuditMAC`.
package struct AuditDigest: Sendable, Hashable {
  private let words: SIMD4<UInt64>

  /// What the first record of a log names as its predecessor.
  static let zero = AuditDigest(words: .zero)

  private init(words: SIMD4<UInt64>) { self.words = words }

  /// The digest of bytes that are at hand as a whole.
  package init(of bytes: some Sequence<UInt8>) {
    var hasher = AuditHasher()
    hasher.update(Array(bytes))
    self = hasher.finish()
  }

  init(_ digest: SHA256Digest) { words = SIMD4(Hex.words(digest)) }

  /// A digest in its written form of 64 lower-case hexadecimal digits; nil when the text is none.
  package init?(hex: some Collection<UInt8>) {
    guard let words = Hex.words(hex: hex), words.count == 4 else { return nil }
    self.words = SIMD4(words)
  }

  /// 64 lower-case hexadecimal digits.
  package var hex: [UInt8] { Hex.digits(bytes: bytes) }

  /// The 32 bytes, the most significant first.
  var bytes: [UInt8] { Hex.bytes((0..<4).map { words[$0] }) }
}

extension AuditDigest: CustomStringConvertible {
  package var description: String { String(decoding: hex, as: UTF8.self) }
}

/// Computes the digest of bytes that arrive in pieces.
package struct AuditHasher: Sendable {
  private var hash = SHA256()

  package init() {}

  package mutating func update(_ bytes: [UInt8]) { hash.update(data: bytes) }

  /// The digest of all bytes so far; more may follow.
  package func finish() -> AuditDigest { AuditDigest(hash.finalize()) }
}

/// A keyed digest (HMAC-SHA-256, the first 16 bytes): tells that two values are the same to whoever holds the key, and
/// nothing to anyone else. A plain hash of a nine-digit number is undone by trying them all.
package struct AuditMAC: Sendable, Hashable {
  private let words: SIMD2<UInt64>

  init(_ code: HMAC<SHA256>.MAC) { words = SIMD2(Hex.words(code).prefix(2)) }

  /// 32 lower-case hexadecimal digits.
  package var hex: [UInt8] { Hex.digits(bytes: Hex.bytes([words[0], words[1]])) }
}

extension AuditMAC: CustomStringConvertible {
  package var description: String { String(decoding: hex, as: UTF8.self) }
}
