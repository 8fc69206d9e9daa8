package import Patterns

extension Operator {
  /// Whether the operator can do what it says with a value of `category`.
  package func applies(to category: Category) -> Bool {
    switch self {
    case .tag, .remove, .mask, .keep: true
    case .year: category == .date || category == .year
    case .ninetyOrOlder: category == .age
    case .zip3: category == .zip
    }
  }
}
