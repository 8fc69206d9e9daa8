/// How far apart two spellings of a name are.
enum EditDistance {
  /// Whether one letter was left out, added, changed, or swapped with its neighbour, or none.
  static func isAtMostOne(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    guard abs(one.count - other.count) <= 1 else { return false }
    let start = zip(one, other).prefix { $0 == $1 }.count
    let rest = (one.dropFirst(start), other.dropFirst(start))
    if rest.0.isEmpty || rest.1.isEmpty { return true }
    if one.count > other.count { return rest.0.dropFirst().elementsEqual(rest.1) }
    if one.count < other.count { return rest.0.elementsEqual(rest.1.dropFirst()) }
    if rest.0.dropFirst().elementsEqual(rest.1.dropFirst()) { return true }
    guard rest.0.count >= 2 else { return false }
    let swapped = [rest.0[start + 1], rest.0[start]] + rest.0.dropFirst(2)
    return swapped.elementsEqual(rest.1)
  }
}
