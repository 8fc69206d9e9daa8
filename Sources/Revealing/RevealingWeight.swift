import Detection
import Patterns
package import Redaction

/// Weighs what remains in a redacted text.
package enum RevealingWeight {
  /// What the references and the kept findings of a text amount to under a profile's rule.
  ///
  /// A kind counts once, however often it occurs. Age and sex count nothing by themselves. A rare disease counts only
  /// beside a place, a date, an occupation or another trait that narrows it down: every case report has a disease.
  package static func weigh(_ references: [Reference], _ redacted: Redacted, rule: HoldRule)
    -> Residue
  {
    var counts: [RevealingKind: Int] = [:]
    for reference in references { counts[reference.kind, default: 0] += 1 }
    for entry in redacted.entries {
      if let kind = remainingKind(entry) { counts[kind, default: 0] += 1 }
    }
    let kinds = RevealingKind.allCases.filter { counts[$0] != nil }
    let isNarrowed = kinds.contains { companions.contains($0) }
    let sum = kinds.reduce(0) { sum, kind in
      kind == .rareDisease && !isNarrowed ? sum : sum + (rule.weights[kind] ?? 0)
    }
    return Residue(
      counts: counts, sum: sum, limit: rule.limit, decisive: kinds.filter(rule.decisive.contains))
  }

  /// What makes a rare disease tell who has it.
  private static let companions: Set<RevealingKind> = [
    .remainingPlace, .remainingDate, .occupation, .workplace, .birthplace, .ethnicity,
    .treatmentPlace, .localEvent,
  ]

  /// What a finding that the profile left readable tells, where it tells anything.
  private static func remainingKind(_ entry: RedactionEntry) -> RevealingKind? {
    guard entry.action == .keep || entry.action == .year || entry.action == .zip3 else {
      return nil
    }
    return switch entry.finding.category {
    case .state, .country, .place, .zip, .address: .remainingPlace
    case .date, .year: .remainingDate
    case .profession: .occupation
    default: nil
    }
  }
}
