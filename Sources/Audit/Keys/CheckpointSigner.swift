import Crypto
import FoundationEssentials

/// Signs records, the head and the tombstone with Ed25519. The private key is derived from the audit key and stands in no
/// file.
struct CheckpointSigner: Sendable {
  private let key: Curve25519.Signing.PrivateKey
  /// What a verifier needs.
  let publicKey: CheckpointPublicKey

  /// - Parameter seed: 32 secret bytes.
  init(seed: some ContiguousBytes) throws(AuditError) {
    do { key = try Curve25519.Signing.PrivateKey(rawRepresentation: seed) } catch {
      throw .signingFailed
    }
    publicKey = CheckpointPublicKey(key.publicKey)
  }

  /// 64 bytes. Records, the head and the tombstone start with different bytes, so that one cannot be passed off as
  /// another.
  func sign(_ bytes: [UInt8]) throws(AuditError) -> [UInt8] {
    do { return Array(try key.signature(for: bytes)) } catch { throw .signingFailed }
  }
}
