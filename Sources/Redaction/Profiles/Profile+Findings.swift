package import Detection
import Patterns

extension Profile {
  /// What the profile does with a finding, as far as the finding alone tells: its category's operator, unless the
  /// profile keeps clinicians and it is one, or it is nothing with a probability the profile is not suspicious of.
  ///
  /// What the text around a finding decides as well stands in `DocumentPolicy`.
  package func action(for finding: Finding) -> Operator {
    if keepsClinicians, finding.category == .name, finding.role == .clinician { return .keep }
    if finding.confidence < 1000 - suspicion { return .keep }
    return action(for: finding.category)
  }

  /// What the profile does with a finding in `text`: an organisation's own words tell whether it is a facility.
  package func action(for finding: Finding, in text: [UInt8]) -> Operator {
    if keepsFacilities, finding.category == .organization,
      FacilityWords.isFacility(text[finding.range])
    {
      return .keep
    }
    return action(for: finding)
  }
}
