import Detection
import Patterns

/// What one profile does with the findings of one document. Redaction and the second scan ask the same value, so that
/// what the one lets stay is what the other expects.
struct DocumentPolicy: Sendable {
  let profile: Profile
  /// Nil where the profile lets ages over 89 stay.
  let tellingYears: TellingYears?

  /// - Parameters:
  ///   - text: the document's UTF-8 text.
  ///   - findings: all of the document's findings, in byte offsets of `text`.
  ///   - earlier: what the document's text told, for its file name.
  init(
    _ profile: Profile, _ text: [UInt8], _ findings: [Finding], knowing earlier: TellingYears? = nil
  ) {
    self.profile = profile
    // Where ages stay, so do the years that tell them.
    tellingYears =
      profile.action(for: .age) == .keep
      ? nil
      : TellingYears(in: text, findings, knowing: earlier, presentYear: profile.presentYear)
  }

  /// What happens to `finding` of `text`: the document's own, or what has been written for it.
  func action(for finding: Finding, in text: [UInt8]) -> Operator {
    let action = profile.action(for: finding, in: text)
    guard finding.category == .date || finding.category == .year else { return action }
    switch action {
    case .keep, .year, .dateShift, .relativeDay:
      return tellingYears?.contains(finding.range, of: text) == true ? .tag : action
    default: return action
    }
  }
}
