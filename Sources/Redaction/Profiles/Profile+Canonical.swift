import Patterns

extension Profile {
  /// What the profile does, byte for byte the same for profiles that do the same: for the digest of the policy. The
  /// summary does not count.
  package var canonical: [UInt8] {
    var canonical = CanonicalBytes()
    canonical.add("profile")
    canonical.add(name)
    canonical.add(version)
    canonical.add(suspicion)
    canonical.add(keepsClinicians ? "keep-clinicians" : "")
    canonical.add(Category.allCases.map { "\($0.rawValue) \(action(for: $0).rawValue)" }.sorted())
    return canonical.bytes
  }
}
