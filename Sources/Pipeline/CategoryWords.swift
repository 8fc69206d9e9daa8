import Patterns

/// What people call the categories.
extension Category {
  /// The plural for a table of counts: "telephone numbers".
  var plural: String {
    switch self {
    case .name: "names"
    case .address: "addresses"
    case .place: "places"
    case .zip: "postal codes"
    case .state: "states"
    case .country: "countries"
    case .room: "rooms and beds"
    case .date: "dates"
    case .year: "years"
    case .age: "ages of 90 or more"
    case .agePermitted: "ages under 90"
    case .phone: "telephone numbers"
    case .fax: "fax numbers"
    case .email: "e-mail addresses"
    case .ssn: "social security numbers"
    case .record: "medical record numbers"
    case .healthPlan: "health plan numbers"
    case .account: "account numbers"
    case .license: "licence and certificate numbers"
    case .vehicle: "vehicles and plates"
    case .device: "devices and serial numbers"
    case .url: "web addresses"
    case .ip: "network addresses"
    case .biometric: "biometric identifiers"
    case .photo: "photographs"
    case .handle: "handles and hashtags"
    case .id: "other numbers and codes"
    case .organization: "organisations"
    case .profession: "occupations"
    }
  }
}
