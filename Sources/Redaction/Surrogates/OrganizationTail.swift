import Detection

/// The words of an organisation's name that say what it is, and not which: `Memorial Hospital`, `Family Clinic`.
enum OrganizationTail {
  private static let kinds: Set<String> = [
    "hospital", "clinic", "center", "centre", "medical", "memorial", "regional", "general",
    "community", "children", "family", "practice", "surgery", "infirmary", "hospice", "health",
    "care", "home", "nursing", "university", "college", "school", "elementary", "middle", "high",
    "academy", "church", "parish", "temple", "mosque", "synagogue", "bank", "library", "museum",
    "restaurant", "cafe", "diner", "grill", "bakery", "hotel", "inn", "brewery", "factory", "mill",
    "farm", "farms", "market", "store", "pharmacy", "laboratory", "lab", "institute", "foundation",
    "society", "club", "police", "fire", "department", "company", "inc", "llc", "ltd", "group",
    "associates", "services", "district", "rehabilitation", "dental", "eye", "heart", "cancer",
    "surgical", "specialists", "pediatrics", "orthopedics", "dermatology", "cardiology",
  ]

  /// A space before each of them, as they are written; ` Center` when there are none.
  static func words(of name: [UInt8]) -> [UInt8] {
    let words = name.split { !ByteClass.isLetter($0) }.reversed().prefix { word in
      kinds.contains(String(decoding: word.map { $0 | 0x20 }, as: UTF8.self))
    }
    guard !words.isEmpty else { return Array(" Center".utf8) }
    return words.reversed().flatMap { [0x20] + $0 }
  }
}
