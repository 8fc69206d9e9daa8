import Crypto
import FoundationEssentials

/// The public half of the key that signs the log: all that a verifier needs. Written as 64 lower-case hexadecimal digits.
package struct CheckpointPublicKey: Sendable, Hashable {
  private let words: SIMD4<UInt64>

  init(_ key: Curve25519.Signing.PublicKey) { words = SIMD4(Hex.words(key.rawRepresentation)) }

  /// A key in its written form; nil when the text is none.
  package init?(hex: some Collection<UInt8>) {
    guard let words = Hex.words(hex: hex), words.count == 4 else { return nil }
    self.words = SIMD4(words)
  }

  /// 64 lower-case hexadecimal digits.
  package var hex: [UInt8] { Hex.digits(bytes: bytes) }

  private var bytes: [UInt8] { Hex.bytes((0..<4).map { words[$0] }) }

  /// Whether `signature` is this key's over `bytes`.
  func isValid(signature: [UInt8], for bytes: some Sequence<UInt8>) -> Bool {
    guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: self.bytes) else {
      return false
    }
    return key.isValidSignature(signature, for: Array(bytes))
  }
}

extension CheckpointPublicKey: CustomStringConvertible {
  package var description: String { String(decoding: hex, as: UTF8.self) }
}

/// The public keys a log was signed with, oldest first, as they stand in `audit/checkpoint.pub`: one a line.
///
/// Whoever can rewrite the whole folder can also replace this file: keep a copy of it elsewhere.
package struct CheckpointPublicKeys: Sendable, Hashable {
  static let fileName = "checkpoint.pub"

  /// At least one.
  package private(set) var keys: [CheckpointPublicKey]

  init(_ first: CheckpointPublicKey) { keys = [first] }

  /// Keys in their written form; nil when the bytes are anything else.
  package init?(file bytes: [UInt8]) {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let keys = lines.dropLast().compactMap { CheckpointPublicKey(hex: $0) }
    guard let first = keys.first else { return nil }
    self.init(first)
    self.keys = keys
    guard file == bytes else { return nil }
  }

  /// The written form: each key with its line feed.
  package var file: [UInt8] { keys.flatMap { $0.hex + [UInt8(ascii: "\n")] } }

  /// The key that signs now.
  package var newest: CheckpointPublicKey { keys[keys.count - 1] }

  mutating func add(_ key: CheckpointPublicKey) { keys.append(key) }
}
