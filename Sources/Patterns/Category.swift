/// What kind of identifier a finding is: the word in its tag (`[NAME-1]`), the key under which a profile
/// chooses an operator, and the unit of every count in the audit.
package enum Category: String, Sendable, Hashable, CaseIterable, Codable {
  case name = "NAME"
  case address = "ADDRESS"
  case place = "PLACE"
  case zip = "ZIP"
  case state = "STATE"
  case country = "COUNTRY"
  case room = "ROOM"
  case date = "DATE"
  case year = "YEAR"
  case age = "AGE"
  case agePermitted = "AGE_UNDER_90"
  case phone = "PHONE"
  case fax = "FAX"
  case email = "EMAIL"
  case ssn = "SSN"
  case record = "MRN"
  case healthPlan = "HEALTH_PLAN"
  case account = "ACCOUNT"
  case license = "LICENSE"
  case vehicle = "VEHICLE"
  case device = "DEVICE"
  case url = "URL"
  case ip = "IP"
  case biometric = "BIOMETRIC"
  case photo = "PHOTO"
  case handle = "HANDLE"
  case id = "ID"
  case organization = "ORG"
  case profession = "PROFESSION"

  /// The item of 45 CFR 164.514(b)(2)(i) this category falls under.
  package var item: HIPAAItem {
    switch self {
    case .name: .names
    case .address, .place, .zip, .state, .country, .room, .organization: .geography
    case .date, .year, .age, .agePermitted: .dates
    case .phone: .telephone
    case .fax: .fax
    case .email: .email
    case .ssn: .socialSecurity
    case .record: .medicalRecord
    case .healthPlan: .healthPlan
    case .account: .account
    case .license: .license
    case .vehicle: .vehicle
    case .device: .device
    case .url: .url
    case .ip: .ip
    case .biometric: .biometric
    case .photo: .photograph
    case .handle, .id, .profession: .other
    }
  }

  /// The coarse label annotated corpora use (`hipaa` in their gold lines and in `detect --json`).
  package var goldLabel: String {
    switch self {
    case .name: "NAME"
    case .address, .place, .zip, .room: "LOCATION"
    case .state: "LOCATION_STATE"
    case .country: "LOCATION_COUNTRY"
    case .date, .year: "DATE"
    case .age, .agePermitted: "AGE"
    case .phone, .fax, .email, .url, .ip, .handle: "CONTACT"
    case .organization: "ORG"
    case .profession: "PROFESSION"
    case .ssn, .record, .healthPlan, .account, .license, .vehicle, .device, .biometric, .photo, .id:
      "ID"
    }
  }
}

/// The 18 items of 45 CFR 164.514(b)(2)(i), lettered as in the regulation.
package enum HIPAAItem: String, Sendable, Hashable, CaseIterable, Codable {
  case names = "A"
  case geography = "B"
  case dates = "C"
  case telephone = "D"
  case fax = "E"
  case email = "F"
  case socialSecurity = "G"
  case medicalRecord = "H"
  case healthPlan = "I"
  case account = "J"
  case license = "K"
  case vehicle = "L"
  case device = "M"
  case url = "N"
  case ip = "O"
  case biometric = "P"
  case photograph = "Q"
  case other = "R"
}
