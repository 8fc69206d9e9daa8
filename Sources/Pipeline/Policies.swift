package import Audit
package import Redaction

/// A profile and what scrubs under it.
package struct ScrubPolicy: Sendable {
  package let profile: Profile
  package let scrubber: Scrubber
  /// Of what the profile does.
  package let digest: AuditDigest

  package init(_ profile: Profile, _ scrubber: Scrubber) {
    self.profile = profile
    self.scrubber = scrubber
    digest = AuditDigest(of: profile.canonical)
  }

  /// How the audit names it.
  var audited: AuditPolicy {
    AuditPolicy(
      profile: AuditCode(profile.name) ?? "invalid-code",
      version: AuditCode(String(profile.version)) ?? "invalid-code", digest: digest)
  }
}

/// The policies of one service: its own, and those that a subfolder of the inbox asks for.
package struct Policies: Sendable {
  /// What applies to a document that was dropped into the inbox itself.
  package let standard: ScrubPolicy
  private let named: [String: ScrubPolicy]

  /// - Parameter others: further policies; each is known by its profile's name.
  package init(standard: ScrubPolicy, others: [ScrubPolicy] = []) {
    self.standard = standard
    named = Dictionary(([standard] + others).map { ($0.profile.name, $0) }) { first, _ in first }
  }

  /// The policy a document asks for; nil when there is none of that name any more.
  package subscript(profile: String?) -> ScrubPolicy? {
    guard let profile else { return standard }
    return named[profile]
  }
}
