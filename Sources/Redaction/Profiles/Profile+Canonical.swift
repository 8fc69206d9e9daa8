import Patterns

extension Profile {
  /// What the profile does, byte for byte the same for profiles that do the same: for the digest of the policy. Summary,
  /// descent and places in files do not count.
  package var canonical: [UInt8] {
    var canonical = CanonicalBytes()
    canonical.add("profile")
    canonical.add(name)
    canonical.add(version)
    canonical.add(suspicion)
    canonical.add(keepsClinicians ? "keep-clinicians" : "")
    canonical.add(keepsFacilities ? "keep-facilities" : "")
    canonical.add(presentYear)
    canonical.add(Category.allCases.map { "\($0.rawValue) \(action(for: $0).rawValue)" }.sorted())
    canonical.add(hold.limit)
    canonical.add(hold.decisive.map(\.rawValue).sorted())
    canonical.add(
      hold.weights.filter { $0.value != 0 }.map { "\($0.key.rawValue) \($0.value)" }.sorted())
    return canonical.bytes
  }
}
