import Patterns

/// What packs and recognizers found at one token, packed for the tagger: which kind, how sure, the first token or not.
enum FoundMark {
  /// The kinds of identifier the tagger tells apart.
  enum Kind: UInt32 {
    case name = 1
    case location, organization, date, id, contact, age, other

    init(_ category: Category) {
      switch category {
      case .name: self = .name
      case .address, .place, .zip, .room: self = .location
      case .organization: self = .organization
      case .date: self = .date
      case .phone, .fax, .email, .url, .ip, .handle: self = .contact
      case .age: self = .age
      case .state, .country, .year, .agePermitted, .profession: self = .other
      case .ssn, .record, .healthPlan, .account, .license, .vehicle, .device, .biometric, .photo,
        .id:
        self = .id
      }
    }
  }

  /// - Parameter confidence: thousandths.
  static func of(_ kind: Kind, confidence: Int, isFirst: Bool) -> UInt32 {
    let strength: UInt32 = confidence >= 900 ? 3 : confidence >= 700 ? 2 : 1
    return kind.rawValue | strength << 4 | (isFirst ? 64 : 0)
  }

  /// Whether the mark tells of a finding of this kind that its rule is sure of.
  static func isStrong(_ mark: UInt32, _ kind: Kind) -> Bool {
    mark & 15 == kind.rawValue && mark >> 4 & 3 >= 2
  }

  static func strength(_ mark: UInt32) -> UInt32 { mark >> 4 & 3 }

  /// What was found; nil where nothing was.
  static func kind(_ mark: UInt32) -> Kind? { Kind(rawValue: mark & 15) }
}
