import Detection
import Patterns

/// What is written instead of a finding.
struct Replacement: Sendable, Hashable {
  var action: Operator
  var bytes: [UInt8]
  /// `NAME-1` for tags, else empty.
  var label = ""
}

/// Works out what is written instead of each finding of one text.
struct Replacing {
  let policy: DocumentPolicy
  let text: [UInt8]
  let zips: ZIP3
  /// The text's dates, where an operator asks for them.
  private let dates: PlacedDates?

  /// Learns from all findings what an operator must know of the document, and notes it in `labels`.
  init(
    policy: DocumentPolicy, text: [UInt8], findings: [Finding], zips: ZIP3, key: RedactionKey?,
    lists: SurrogateLists?, _ labels: inout Labels
  ) {
    self.policy = policy
    self.text = text
    self.zips = zips
    let operators = Set(findings.map { policy.action(for: $0, in: text) })
    if operators.contains(.relativeDay) || operators.contains(.dateShift) {
      dates = Replacing.placed(findings, in: text, policy, &labels)
    } else {
      dates = nil
    }
    if operators.contains(.dateShift), labels.offset == nil, let key {
      labels.offset = DateShift.offset(DocumentSubject.number(findings, in: text, key))
    }
    if operators.contains(.surrogate), let key, let lists {
      let named = findings.filter { policy.action(for: $0, in: text) == .surrogate }
      if labels.standIns == nil { labels.standIns = StandIns(lists, key, document: text) }
      labels.standIns?.meet(named, in: text)
    }
  }

  private static func placed(
    _ findings: [Finding], in text: [UInt8], _ policy: DocumentPolicy, _ labels: inout Labels
  ) -> PlacedDates {
    let habits =
      labels.habits
      ?? DateHabits(findings, in: text, presentYear: policy.profile.presentYear)
    labels.habits = habits
    // A date that tells an age over 89 is no part of the course.
    let dates = findings.filter {
      $0.category == .date
        && [.relativeDay, .dateShift].contains(policy.action(for: $0, in: text))
    }
    let placed = PlacedDates(dates, in: text, habits, near: labels.firstDay)
    labels.firstDay = labels.firstDay ?? Course.firstDay(of: placed)
    return placed
  }

  /// What stands for `finding`: what the policy says where it can be done, else a tag.
  func replacement(for finding: Finding, _ labels: inout Labels) -> Replacement {
    let action = policy.action(for: finding, in: text)
    if let bytes = bytes(action, for: finding, &labels) {
      return Replacement(action: action, bytes: bytes)
    }
    let label = labels.label(for: finding, value: text[finding.range])
    return Replacement(action: .tag, bytes: Array("[\(label)]".utf8), label: label)
  }

  /// The bytes that stand for a finding; nil when the operator cannot be applied and a tag must do.
  private func bytes(_ action: Operator, for finding: Finding, _ labels: inout Labels) -> [UInt8]? {
    let value = text[finding.range]
    switch action {
    case .tag: return nil
    case .remove: return []
    case .keep: return Array(value)
    case .mask: return Mask.masked(value)
    case .year: return YearOnly.year(in: value)
    case .ninetyOrOlder:
      let next = finding.range.upperBound < text.count ? text[finding.range.upperBound] : 0
      return NinetyOrOlder.text(for: value, before: next)
    case .zip3: return zips.prefix(of: value)
    case .relativeDay:
      guard let placed = dates?.byStart[finding.range.lowerBound], let first = labels.firstDay
      else { return nil }
      return RelativeDay.text(placed, from: first)
    case .dateShift:
      guard let placed = dates?.byStart[finding.range.lowerBound], let offset = labels.offset
      else { return nil }
      return DateShift.text(placed, by: offset, in: value)
    case .surrogate: return labels.standIns?.text(for: finding, in: text)
    }
  }
}
