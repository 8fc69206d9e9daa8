/// The profile a document was redacted under: a subfolder of the inbox may have one of its own.
package struct AuditPolicy: Sendable, Hashable {
  /// Its name: `publication`.
  package var profile: AuditCode
  package var version: AuditCode
  /// Of the profile's file.
  package var digest: AuditDigest

  package init(profile: AuditCode, version: AuditCode, digest: AuditDigest) {
    self.profile = profile
    self.version = version
    self.digest = digest
  }
}
