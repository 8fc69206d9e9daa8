import Crypto
import FoundationEssentials

/// The secrets of an audit log: 32 random bytes each, from which the key of the keyed digests and the signing key are
/// derived. The last is the one in force; the ones before it were in force until the key was changed.
package struct AuditKey: Sendable {
  /// Of one secret, in bytes.
  static let size = 32
  /// More than anybody changes a key in the life of a log.
  static let mostSecrets = 64

  private let values: SymmetricKey
  private let redaction: SymmetricKey
  /// One for each secret, oldest first.
  private let signers: [CheckpointSigner]

  /// - Parameter secret: 32 bytes for each secret, oldest first.
  init(secret: [UInt8]) throws(AuditError) {
    var signers: [CheckpointSigner] = []
    for start in stride(from: 0, to: secret.count, by: AuditKey.size) {
      let master = SymmetricKey(data: secret[start..<start + AuditKey.size])
      signers.append(
        try CheckpointSigner(seed: AuditKey.derive("scrubd audit checkpoints 1", from: master)))
    }
    self.signers = signers
    let master = SymmetricKey(data: secret.suffix(AuditKey.size))
    values = SymmetricKey(data: AuditKey.derive("scrubd audit values 1", from: master))
    redaction = SymmetricKey(data: AuditKey.derive("scrubd redaction 1", from: master))
  }

  private static func derive(_ purpose: String, from master: SymmetricKey) -> HMAC<SHA256>.MAC {
    HMAC<SHA256>.authenticationCode(for: Array(purpose.utf8), using: master)
  }

  /// Signs with the secret in force.
  var signer: CheckpointSigner { signers[signers.count - 1] }

  /// The public keys of all secrets, oldest first.
  package var publicKeys: [CheckpointPublicKey] { signers.map(\.publicKey) }

  /// Signs for one of the public keys; nil when the secret is not here.
  func signer(for key: CheckpointPublicKey) -> CheckpointSigner? {
    signers.first { $0.publicKey == key }
  }

  /// The keyed digest of a removed value. Letters and digits alone count, in lower case, so that one record number has one
  /// digest whatever its punctuation.
  package func mac(value: some Sequence<UInt8>) -> AuditMAC {
    AuditMAC(HMAC<SHA256>.authenticationCode(for: AuditKey.normalise(value), using: values))
  }

  /// 32 bytes that depend on the key and on `bytes` alone, for an operator that has to choose the same replacement again.
  /// They are not those of any digest in the log.
  package func redactionMAC(_ bytes: [UInt8]) -> [UInt8] {
    Array(HMAC<SHA256>.authenticationCode(for: bytes, using: redaction))
  }

  /// Starts the keyed digest of a document's bytes, which may arrive in pieces.
  package func contentMAC() -> AuditContentMAC { AuditContentMAC(key: values) }

  /// The keyed digest of a document whose bytes are at hand as a whole.
  package func mac(content: [UInt8]) -> AuditMAC {
    var mac = contentMAC()
    mac.update(content)
    return mac.finish()
  }

  /// ASCII letters and digits and all bytes of other characters; ASCII letters in lower case.
  package static func normalise(_ value: some Sequence<UInt8>) -> [UInt8] {
    value.compactMap { byte in
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
        byte
      default: nil
      }
    }
  }
}

/// Computes the keyed digest of bytes that arrive in pieces.
package struct AuditContentMAC: Sendable {
  private var code: HMAC<SHA256>

  fileprivate init(key: SymmetricKey) {
    code = HMAC(key: key)
    // A document that is nothing but one value must not have that value's digest.
    code.update(data: Array("content\0".utf8))
  }

  package mutating func update(_ bytes: [UInt8]) { code.update(data: bytes) }

  package func finish() -> AuditMAC { AuditMAC(code.finalize()) }
}
