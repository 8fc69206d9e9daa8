import Patterns

/// A profile as its file says it, before what it extends is filled in.
struct ProfileDraft: Sendable {
  struct PlacedOperator: Sendable {
    var action: Operator
    var position: Position
  }

  struct PlacedFlag: Sendable {
    var isOn: Bool
    var position: Position
  }

  var file: String
  /// Of the name.
  var position: Position
  var name: String
  var version: Int
  var summary: String
  var extends: (name: String, position: Position)?
  /// Of the value of `operators`, else of the whole profile.
  var operatorsPosition: Position
  var suspicion: Int?
  var presentYear: Int?
  var hold: HoldReader.Draft?
  var operators: [Category: PlacedOperator] = [:]
  var switches: [ProfileSwitch: PlacedFlag] = [:]
  /// A mistake in it was told, so that what seems missing may only be misspelled.
  var isIncomplete = false

  /// The profile with what it leaves out taken from `lineage`, nearest first. Nil after an error was logged.
  func completed(from lineage: [ProfileDraft], log: inout DiagnosticLog) -> Profile? {
    let all = [self] + lineage
    guard !all.contains(where: \.isIncomplete) else { return nil }
    let merged = MergedOperators(all.reversed())
    let missing = Category.allCases.filter { merged.actions[$0] == nil }.map(\.rawValue)
    guard missing.isEmpty else {
      log.error(
        file, operatorsPosition, "no operator for \(missing.joined(separator: ", ")); add them")
      return nil
    }
    guard let suspicion = firstValue(all, "suspicion", &log, \.suspicion),
      let keepsClinicians = firstValue(
        all, ProfileSwitch.clinicians.key, &log, { $0.switches[.clinicians]?.isOn })
    else { return nil }
    return Profile(
      name: name, version: version, summary: summary, operators: merged.actions,
      suspicion: suspicion, keepsClinicians: keepsClinicians,
      keepsFacilities: all.lazy.compactMap { $0.switches[.facilities]?.isOn }.first ?? false,
      hold: ProfileDraft.hold(all.compactMap(\.hold)),
      presentYear: all.lazy.compactMap(\.presentYear).first ?? Profile.firstPresentYear,
      lineage: lineage.map(\.name), places: merged.places)
  }

  /// The nearest limit and list of decisive kinds, and of each kind the nearest weight. Files that say nothing of it
  /// hold at three of any.
  private static func hold(_ drafts: [HoldReader.Draft]) -> HoldRule {
    guard !drafts.isEmpty else { return .threeOfAny }
    return HoldRule(
      limit: drafts.lazy.compactMap(\.limit).first ?? HoldRule.threeOfAny.limit,
      weights: drafts.reversed().reduce(into: [:]) { weights, draft in
        weights.merge(draft.weights) { _, nearer in nearer }
      },
      decisive: drafts.lazy.compactMap(\.decisive).first ?? [])
  }

  private func firstValue<Value>(
    _ all: [ProfileDraft], _ key: String, _ log: inout DiagnosticLog,
    _ value: (ProfileDraft) -> Value?
  ) -> Value? {
    if let value = all.lazy.compactMap(value).first { return value }
    log.error(file, position, "this profile has no \"\(key)\"; add it")
    return nil
  }
}
