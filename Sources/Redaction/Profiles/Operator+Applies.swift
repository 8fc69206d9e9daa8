package import Patterns

extension Operator {
  /// Whether the operator can do what it says with a value of `category`.
  package func applies(to category: Category) -> Bool {
    switch self {
    case .tag, .remove, .mask, .keep: true
    case .year: category == .date || category == .year
    case .relativeDay, .dateShift: category == .date
    case .ninetyOrOlder: category == .age
    case .zip3: category == .zip
    case .surrogate: Operator.surrogateCategories.contains(category)
    }
  }

  /// Names, places and organisations come from lists, the others are made after the value's own shape. Dates are never
  /// made up, and a biometric identifier or a photograph has no likeness that is nobody's.
  private static let surrogateCategories: Set<Category> = [
    .name, .address, .place, .zip, .organization, .phone, .fax, .email, .ssn, .record, .healthPlan,
    .account, .license, .vehicle, .device, .url, .ip, .handle, .id, .room,
  ]

  /// The operators that apply to a category, as the profile's files write them.
  static func names(applyingTo category: Category) -> String {
    allCases.filter { $0.applies(to: category) }.map(\.rawValue).joined(separator: ", ")
  }
}
