import Crypto
import FoundationEssentials

/// Signs checkpoints and the head with Ed25519. The private key is derived from the audit key and stands in no file.
struct CheckpointSigner: Sendable {
  static let recordType: AuditCode = "checkpoint"

  private let key: Curve25519.Signing.PrivateKey

  /// - Parameter seed: 32 secret bytes.
  init(seed: some ContiguousBytes) throws(AuditError) {
    do { key = try Curve25519.Signing.PrivateKey(rawRepresentation: seed) } catch {
      throw .signingFailed
    }
  }

  /// What a verifier needs.
  var publicKey: CheckpointPublicKey { CheckpointPublicKey(key.publicKey) }

  /// 64 bytes. Records and the head start with different keys, so that one cannot be passed off as the other.
  func sign(_ bytes: [UInt8]) throws(AuditError) -> [UInt8] {
    do { return Array(try key.signature(for: bytes)) } catch { throw .signingFailed }
  }
}

/// The public half, as it stands in `audit/checkpoint.pub`: 64 lower-case hexadecimal digits and a line feed.
///
/// Whoever can rewrite the whole folder can also replace this file: keep a copy of it elsewhere.
package struct CheckpointPublicKey: Sendable {
  static let fileName = "checkpoint.pub"

  private let key: Curve25519.Signing.PublicKey

  init(_ key: Curve25519.Signing.PublicKey) { self.key = key }

  /// A key in its written form, with its line feed; nil when the bytes are none.
  package init?(file bytes: [UInt8]) {
    guard bytes.last == UInt8(ascii: "\n"), let raw = Hex.bytes(hex: bytes.dropLast()),
      let key = try? Curve25519.Signing.PublicKey(rawRepresentation: raw)
    else { return nil }
    self.key = key
  }

  /// The written form, with its line feed.
  package var file: [UInt8] { Hex.digits(bytes: key.rawRepresentation) + [UInt8(ascii: "\n")] }

  func isValid(signature: [UInt8], for bytes: some Sequence<UInt8>) -> Bool {
    key.isValidSignature(signature, for: Array(bytes))
  }
}
