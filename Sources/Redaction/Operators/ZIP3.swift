import Detection

/// The first three digits of a ZIP code where the law lets them stay, else 000.
struct ZIP3: Sendable {
  /// Prefixes of areas with 20,000 people or fewer in any census considered.
  let restricted: Set<String>

  /// Prefixes that no census table gives a population for: military, post-office-only and territories. They become
  /// 000 like the small areas.
  private static let unknown: Set<String> = [
    "000", "001", "002", "003", "004", "005", "008", "090", "091", "092", "093", "094", "095",
    "096", "097", "098", "099", "192", "340", "509", "771", "842", "885", "962", "963", "964",
    "965", "966", "969",
  ]

  /// The three digits for `zip` (`55806`, `55806-1234`); nil when it does not begin with five digits.
  func prefix(of zip: ArraySlice<UInt8>) -> [UInt8]? {
    let digits = zip.prefix(5)
    guard digits.count == 5, digits.allSatisfy(ByteClass.isDigit) else { return nil }
    let prefix = String(decoding: digits.prefix(3), as: UTF8.self)
    let isKnown = !restricted.contains(prefix) && !ZIP3.unknown.contains(prefix)
    return Array((isKnown ? prefix : "000").utf8)
  }
}
