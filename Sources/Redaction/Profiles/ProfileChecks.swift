import Patterns

/// Holds a complete profile against the regulation it says it follows.
struct ProfileChecks {
  let profile: Profile

  /// Tells of operators that Safe Harbor refuses, and warns of what is kept against the rule.
  func check(log: inout DiagnosticLog) {
    for category in Category.allCases {
      guard let place = profile.places[category] else { continue }
      let action = profile.action(for: category)
      if profile.isSafeHarbor, action.isKeyed {
        log.error(place.file, place.position, refusal(of: action, for: category))
      } else if let warning = warning(of: action, for: category) {
        log.warning(place.file, place.position, warning)
      }
    }
  }

  private func refusal(of action: Operator, for category: Category) -> String {
    let instead = category == .date ? "year, relative-day or tag" : "tag"
    return "\(action.rawValue) draws what it writes from the key and the document, and the profile "
      + "\"\(profile.name)\" is bound by Safe Harbor: a code that stays must not be derived from or "
      + "related to information about the individual (45 CFR 164.514(c)(1)); use \(instead), or "
      + "extend another profile than safe-harbor"
  }

  private func warning(of action: Operator, for category: Category) -> String? {
    guard action == .keep else { return nil }
    // 164.514(e)(2) names what goes even when a recipient signs a data use agreement: all but dates, towns, states,
    // ZIP codes and what is only "other".
    let mayStay: [HIPAAItem] = [.geography, .dates, .other]
    if category == .address || !mayStay.contains(category.item) {
      return "this keeps \(category.rawValue), which not even a limited data set may hold "
        + "(45 CFR 164.514(e)(2)); use tag"
    }
    let forbidden: [Category] = [.place, .zip, .room, .organization, .date, .age, .handle, .id]
    if profile.isSafeHarbor, forbidden.contains(category) {
      return "this keeps \(category.rawValue), which Safe Harbor does not let stay "
        + "(45 CFR 164.514(b)(2)(i)(\(category.item.rawValue))); use tag"
    }
    return nil
  }
}
