import Crypto
import Documents
import FoundationEssentials

/// The key of the vault: it opens the keys of single documents, and nothing else does. Several secrets may be in its file;
/// the last one is in force, and what was kept under an older one can still be opened.
package struct VaultKey: Sendable {
  private let secrets: [SymmetricKey]

  /// - Parameter secrets: 32 bytes each, oldest first.
  init(secrets: [UInt8]) {
    self.secrets = stride(from: 0, to: secrets.count, by: AuditKey.size).map {
      let master = SymmetricKey(data: secrets[$0..<min($0 + AuditKey.size, secrets.count)])
      let purpose = Array("scrubd vault keys 1".utf8)
      return SymmetricKey(data: HMAC<SHA256>.authenticationCode(for: purpose, using: master))
    }
  }

  /// Reads the key from a file as `AuditKey.load` does.
  package static func load(_ path: String) throws(VaultError) -> VaultKey {
    do throws(AuditError) { return VaultKey(secrets: try KeyFile(path).secrets()) } catch {
      throw .key(error)
    }
  }

  /// Seals a document's key.
  func wrap(_ key: [UInt8], for document: DocumentID) throws(VaultError) -> [UInt8] {
    guard let secret = secrets.last else { throw .refused }
    return try VaultBox.seal(key, secret, "key", document)
  }

  /// Opens a document's key.
  func unwrap(_ sealed: [UInt8], for document: DocumentID) throws(VaultError) -> [UInt8] {
    for secret in secrets.reversed() {
      if let key = try? VaultBox.open(sealed, secret, "key", document) { return key }
    }
    throw .refused
  }
}

/// ChaCha20-Poly1305 (RFC 8439) bound to a purpose and a document, so that no file can be put in another's place.
enum VaultBox {
  static func seal(
    _ bytes: [UInt8], _ key: [UInt8], _ purpose: String, _ document: DocumentID
  ) throws(VaultError) -> [UInt8] {
    try seal(bytes, SymmetricKey(data: key), purpose, document)
  }

  static func open(
    _ sealed: [UInt8], _ key: [UInt8], _ purpose: String, _ document: DocumentID
  ) throws(VaultError) -> [UInt8] {
    try open(sealed, SymmetricKey(data: key), purpose, document)
  }

  static func seal(
    _ bytes: [UInt8], _ key: SymmetricKey, _ purpose: String, _ document: DocumentID
  ) throws(VaultError) -> [UInt8] {
    do {
      return Array(
        try ChaChaPoly.seal(bytes, using: key, authenticating: context(purpose, document)).combined)
    } catch { throw .refused }
  }

  static func open(
    _ sealed: [UInt8], _ key: SymmetricKey, _ purpose: String, _ document: DocumentID
  ) throws(VaultError) -> [UInt8] {
    do {
      let box = try ChaChaPoly.SealedBox(combined: sealed)
      return Array(
        try ChaChaPoly.open(box, using: key, authenticating: context(purpose, document)))
    } catch { throw .refused }
  }

  private static func context(_ purpose: String, _ document: DocumentID) -> [UInt8] {
    Array("scrubd vault 1 \(purpose) \(document.text)".utf8)
  }
}
