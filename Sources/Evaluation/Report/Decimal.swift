/// Numbers with four decimals.
enum Decimal {
  private static let scale = 10_000.0

  /// Rounds the exact value of `number`, halves to even, as C's `printf` does.
  static func four(_ number: Double) -> String {
    guard number.isFinite else { return "nan" }
    let scaled = number.magnitude * scale
    var rounded = scaled.rounded(.toNearestOrEven)
    // The product was rounded itself: when it came out a half, what was lost decides.
    let lost = (-scaled).addingProduct(number.magnitude, scale)
    if scaled - scaled.rounded(.down) == 0.5, lost != 0 {
      rounded = scaled.rounded(lost > 0 ? .up : .down)
    }
    let digits = String(Int(rounded))
    let padded = String(repeating: "0", count: max(0, 5 - digits.count)) + digits
    return "\(number < 0 ? "-" : "")\(padded.dropLast(4)).\(padded.suffix(4))"
  }

  /// The same, or `None` where there is no figure.
  static func four(_ number: Double?) -> String { number.map { four($0) } ?? "None" }
}

/// Cells of a table, padded to a width in characters.
enum Column {
  static func left(_ text: String, _ width: Int) -> String { text + padding(text, width) }

  static func right(_ text: String, _ width: Int) -> String { padding(text, width) + text }

  private static func padding(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.unicodeScalars.count))
  }
}
