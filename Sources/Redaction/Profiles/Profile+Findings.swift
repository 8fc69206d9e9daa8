package import Detection
import Patterns

extension Profile {
  /// What happens to a finding: its category's operator, unless the profile keeps clinicians and it is one, or it is
  /// nothing with a probability the profile is not suspicious of.
  package func action(for finding: Finding) -> Operator {
    if keepsClinicians, finding.category == .name, finding.role == .clinician { return .keep }
    if finding.confidence < 1000 - suspicion { return .keep }
    return action(for: finding.category)
  }
}
