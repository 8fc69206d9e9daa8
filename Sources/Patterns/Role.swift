/// Whose identifier a finding is, as far as a pattern or the context tells.
package enum Role: String, Sendable, Hashable, Codable, CaseIterable {
  case patient, relative, clinician, unknown
}
