import Detection
import Patterns

/// The digits of every number taken out, to be sought in the output whatever stands between them.
struct RemovedNumbers {
  /// Numbers with fewer digits are met everywhere by chance.
  private static let fewestDigits = 6
  /// Digits apart by more than this many other characters are not one number.
  private static let widestGap = 2

  /// By the number's first digits, packed; the whole number follows.
  private var byPrefix: [UInt64: [[UInt8]]] = [:]

  init(_ original: [UInt8], _ entries: [RedactionEntry]) {
    for entry in entries where entry.action != .keep && RemovedNumbers.counts(entry) {
      let digits = original[entry.finding.range].filter(ByteClass.isDigit)
      guard digits.count >= RemovedNumbers.fewestDigits else { continue }
      let key = RemovedNumbers.key(digits.prefix(RemovedNumbers.fewestDigits))
      if !(byPrefix[key] ?? []).contains(digits) { byPrefix[key, default: []].append(digits) }
    }
  }

  /// Dates and ages are short and recur as part of other numbers; their own rules seek them.
  private static func counts(_ entry: RedactionEntry) -> Bool {
    switch entry.finding.category.item {
    case .dates, .names: false
    case .geography: entry.finding.category == .zip
    default: true
    }
  }

  private static func key(_ digits: some Sequence<UInt8>) -> UInt64 {
    digits.reduce(0) { $0 << 4 | UInt64($1 & 0xf) }
  }

  /// Where the digits of a removed number stand in `text`, in bytes.
  func search(_ text: [UInt8]) -> [Range<Int>] {
    guard !byPrefix.isEmpty else { return [] }
    var found: [Range<Int>] = []
    var run: [(digit: UInt8, offset: Int)] = []
    for offset in text.indices where ByteClass.isDigit(text[offset]) {
      if let last = run.last, offset - last.offset > RemovedNumbers.widestGap + 1 {
        search(run, into: &found)
        run.removeAll(keepingCapacity: true)
      }
      run.append((text[offset], offset))
    }
    search(run, into: &found)
    return found
  }

  private func search(_ run: [(digit: UInt8, offset: Int)], into found: inout [Range<Int>]) {
    let width = RemovedNumbers.fewestDigits
    guard run.count >= width else { return }
    for start in 0...(run.count - width) {
      let key = RemovedNumbers.key(run[start..<(start + width)].lazy.map(\.digit))
      for number in byPrefix[key] ?? [] where start + number.count <= run.count {
        let end = start + number.count
        if run[start..<end].lazy.map(\.digit).elementsEqual(number) {
          found.append(run[start].offset..<(run[end - 1].offset + 1))
        }
      }
    }
  }
}
