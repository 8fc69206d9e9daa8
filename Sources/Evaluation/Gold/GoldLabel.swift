/// Translates the labels of published corpora into the coarse ones that scores are counted under.
enum GoldLabel {
  /// The label to count under, and whether the text has to go under Safe Harbor.
  struct Meaning: Equatable {
    let hipaa: String
    let required: Bool
  }

  /// - Parameters:
  ///   - type: the corpus's own label, in any case: the i2b2 2014 types (Stubbs and Uzuner 2015, table 1) and common others.
  ///   - text: what is labelled; an age and a year depend on it.
  static func meaning(of type: String, text: String) -> Meaning {
    let type = String(type.uppercased().map { $0 == "-" || $0 == " " ? "_" : $0 })
    let hipaa = labels[type] ?? "OTHER"
    return Meaning(hipaa: hipaa, required: isRequired(hipaa, text))
  }

  private static func isRequired(_ hipaa: String, _ text: String) -> Bool {
    switch hipaa {
    case "LOCATION_STATE", "LOCATION_COUNTRY", "PROFESSION", "OTHER": false
    case "AGE": !isPermittedAge(text)
    case "DATE": !isYear(text)
    default: true
    }
  }

  /// Ages up to 89 may stay: 45 CFR 164.514(b)(2)(i)(C).
  private static func isPermittedAge(_ text: String) -> Bool {
    let numbers = text.split { !$0.isNumber }.compactMap { Int($0) }
    guard let oldest = numbers.max() else { return false }
    return oldest < 90
  }

  /// A year alone may stay, by the same rule.
  private static func isYear(_ text: String) -> Bool {
    text.utf8.count == 4 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static let groups: [(hipaa: String, types: [String])] = [
    ("NAME", ["NAME", "PATIENT", "DOCTOR", "USERNAME", "PERSON"]),
    ("PROFESSION", ["PROFESSION"]),
    ("ORG", ["ORG", "ORGANIZATION", "HOSPITAL", "DEPARTMENT", "FACILITY"]),
    (
      "LOCATION",
      ["LOCATION", "STREET", "CITY", "ZIP", "ROOM", "LOCATION_OTHER", "OTHER_LOCATION", "ADDRESS"]
    ),
    ("LOCATION_STATE", ["LOCATION_STATE", "STATE"]),
    ("LOCATION_COUNTRY", ["LOCATION_COUNTRY", "COUNTRY"]),
    ("AGE", ["AGE"]),
    ("DATE", ["DATE"]),
    ("CONTACT", ["CONTACT", "PHONE", "FAX", "EMAIL", "URL", "IPADDR", "IPADDRESS", "IP"]),
    (
      "ID",
      [
        "ID", "SSN", "MEDICALRECORD", "MRN", "HEALTHPLAN", "ACCOUNT", "LICENSE", "VEHICLE",
        "DEVICE", "BIOID", "IDNUM",
      ]
    ),
  ]

  private static let labels = Dictionary(
    groups.flatMap { group in group.types.map { ($0, group.hipaa) } },
    uniquingKeysWith: { first, _ in first })
}
