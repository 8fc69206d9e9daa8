import Crypto
import FoundationEssentials

/// The secret of an audit log: 32 random bytes from which the key of the keyed digests and the signing key are derived.
package struct AuditKey: Sendable {
  /// In bytes.
  static let size = 32

  private let values: SymmetricKey
  let signer: CheckpointSigner

  /// - Parameter secret: exactly 32 bytes.
  init(secret: [UInt8]) throws(AuditError) {
    let master = SymmetricKey(data: secret)
    func derived(_ purpose: String) -> HMAC<SHA256>.MAC {
      HMAC<SHA256>.authenticationCode(for: Array(purpose.utf8), using: master)
    }
    values = SymmetricKey(data: derived("scrubd audit values 1"))
    signer = try CheckpointSigner(seed: derived("scrubd audit checkpoints 1"))
  }

  /// The keyed digest of a removed value. Letters and digits alone count, in lower case, so that one record number has one
  /// digest whatever its punctuation.
  package func mac(value: some Sequence<UInt8>) -> AuditMAC {
    AuditMAC(HMAC<SHA256>.authenticationCode(for: AuditKey.normalise(value), using: values))
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
