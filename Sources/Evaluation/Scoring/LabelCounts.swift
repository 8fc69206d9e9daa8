/// The counts of every label, in the order in which labels were first met.
package struct LabelCounts: Sendable {
  /// The row that sums up all labels.
  package static let all = "ALL"
  /// The name for predictions without a label.
  package static let none = "NONE"

  /// In order of first appearance.
  package private(set) var names: [String] = []
  private var counts: [String: Counts] = [:]

  package subscript(name: String) -> Counts {
    get { counts[name] ?? Counts() }
    set {
      if counts.updateValue(newValue, forKey: name) == nil { names.append(name) }
    }
  }
}
