package import Patterns

/// What a profile does with one of the 18 items of 45 CFR 164.514(b)(2)(i).
package struct ProfileRow: Sendable, Hashable {
  /// What becomes of one category of the item.
  package struct Treatment: Sendable, Hashable {
    package var category: Category
    package var action: Operator
  }

  package var item: HIPAAItem
  /// The item in the words of the rule, cut short.
  package var identifier: String
  /// What is taken out, and by which operator.
  package var goes: [Treatment]
  /// What a reader of the output can still see of the item, in words.
  package var stays: [String]
}

extension Profile {
  /// One row for each of the 18 items, in their order.
  package var table: [ProfileRow] {
    HIPAAItem.allCases.map { item in
      let categories = Category.allCases.filter { $0.item == item }
      return ProfileRow(
        item: item, identifier: item.identifier,
        goes: categories.map { .init(category: $0, action: action(for: $0)) }
          .filter { $0.action != .keep },
        stays: categories.compactMap { action(for: $0).leaves(of: $0) } + exceptions(to: item))
    }
  }

  private func exceptions(to item: HIPAAItem) -> [String] {
    switch item {
    case .names where keepsClinicians: ["names of clinicians"]
    case .geography where keepsFacilities && action(for: .organization) != .keep:
      ["names of hospitals and clinics"]
    default: []
    }
  }
}

extension Operator {
  /// What it leaves for a reader of a value of `category`; nil for nothing of it.
  fileprivate func leaves(of category: Category) -> String? {
    switch self {
    case .tag, .remove: nil
    case .mask: "the length of \(category.nouns)"
    case .keep: category.nouns
    case .year: "the year, unless it tells an age over 89"
    case .relativeDay: "the day of the course"
    case .dateShift: "the time between dates"
    case .ninetyOrOlder: "that an age is 90 or more"
    case .zip3: "the first three digits of ZIP codes of areas with more than 20,000 people"
    case .surrogate: "made-up \(category.nouns)"
    }
  }
}

extension HIPAAItem {
  /// The item as 45 CFR 164.514(b)(2)(i) names it, cut short.
  package var identifier: String {
    switch self {
    case .names: "names"
    case .geography: "places smaller than a state"
    case .dates: "dates but the year, and ages over 89"
    case .telephone: "telephone numbers"
    case .fax: "fax numbers"
    case .email: "e-mail addresses"
    case .socialSecurity: "social security numbers"
    case .medicalRecord: "medical record numbers"
    case .healthPlan: "health plan beneficiary numbers"
    case .account: "account numbers"
    case .license: "certificate and licence numbers"
    case .vehicle: "vehicle identifiers, licence plates"
    case .device: "device identifiers and serial numbers"
    case .url: "web addresses"
    case .ip: "IP addresses"
    case .biometric: "biometric identifiers"
    case .photograph: "full-face photographs"
    case .other: "any other unique number, characteristic or code"
    }
  }
}

extension Category {
  /// What findings of the category are called, in the plural.
  package var nouns: String {
    switch self {
    case .name: "names"
    case .address: "street addresses"
    case .place: "towns and places"
    case .zip: "ZIP codes"
    case .state: "states"
    case .country: "countries"
    case .room: "rooms and beds"
    case .date: "dates"
    case .year: "years"
    case .age: "ages of 90 and more"
    case .agePermitted: "ages under 90"
    case .handle: "handles"
    case .id: "other numbers"
    case .organization: "organisations"
    case .profession: "professions"
    case .photo: "references to photographs"
    case .vehicle: "vehicle identifiers"
    case .device: "device identifiers"
    case .license: "licence numbers"
    case .phone, .fax, .email, .ssn, .record, .healthPlan, .account, .url, .ip, .biometric:
      item.identifier
    }
  }
}
