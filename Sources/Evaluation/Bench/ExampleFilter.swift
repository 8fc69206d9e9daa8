/// Which misses or false positives to look at.
package struct ExampleFilter: Sendable, Hashable {
  /// A coarse label, a corpus's own, or both with a slash between; nil for all.
  package var label: String?
  /// A rule, or a pack for all rules of it; nil for all.
  package var rule: String?

  package init(label: String? = nil, rule: String? = nil) {
    self.label = label
    self.rule = rule
  }

  func accepts(_ passage: Passage) -> Bool {
    if let label, ![passage.hipaa, passage.ownLabel, passage.label].contains(label) {
      return false
    }
    guard let rule else { return true }
    return passage.rules.contains { $0 == rule || $0.hasPrefix("\(rule)/") }
  }
}
