/// Whole numbers as people write them in a configuration file.
enum Quantity {
  private static let units: [(name: String, factor: Int)] = [
    ("KiB", 1 << 10), ("MiB", 1 << 20), ("GiB", 1 << 30),
  ]

  /// `120`, `64 MiB` or `64MiB`; nil for anything else, and for what does not fit an `Int`.
  static func parse(_ text: String) -> Int? {
    var digits = Substring(text)
    var factor = 1
    if let unit = units.first(where: { text.hasSuffix($0.name) }) {
      digits = digits.dropLast(unit.name.count)
      while digits.last == " " { digits.removeLast() }
      factor = unit.factor
    }
    guard let number = Int(digits), digits.first?.isNumber == true else { return nil }
    let (product, overflow) = number.multipliedReportingOverflow(by: factor)
    return overflow ? nil : product
  }

  /// A number of bytes in the largest unit that leaves a whole number: `64 MiB`.
  static func text(_ bytes: Int) -> String {
    let unit = units.last { bytes != 0 && bytes.isMultiple(of: $0.factor) }
    return unit.map { "\(bytes / $0.factor) \($0.name)" } ?? String(bytes)
  }
}
