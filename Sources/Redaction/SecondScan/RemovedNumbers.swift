import Detection
import Lexicons
import Patterns

/// The digits of every number taken out, to be sought in the output whatever stands between them and whether they are
/// written in digits or in words.
struct RemovedNumbers {
  /// Numbers with fewer digits are met everywhere by chance.
  private static let fewestDigits = 6
  /// Of longer numbers the first digits are sought; it bounds the work for each place.
  private static let mostDigits = 40
  /// Digits apart by more than this many other characters are not one number.
  private static let widestGap = 2

  /// The digits, by the hash of them all.
  private var numbers: [UInt64: [UInt8]] = [:]
  /// The counts of digits that occur.
  private var counts: [Int] = []

  init(_ original: [UInt8], _ entries: [RedactionEntry]) {
    for entry in entries where entry.action != .keep && RemovedNumbers.counts(entry) {
      let value = Array(original[entry.finding.range])
      var digits: [UInt8] = []
      DigitRuns.read(value) { digits.append($0.digit) }
      guard digits.count >= RemovedNumbers.fewestDigits else { continue }
      let sought = Array(digits.prefix(RemovedNumbers.mostDigits))
      numbers[WordHash.of(sought)] = sought
    }
    counts = Set(numbers.values.map(\.count)).sorted()
  }

  /// Dates and ages are short and recur as part of other numbers; their own rules seek them.
  private static func counts(_ entry: RedactionEntry) -> Bool {
    switch entry.finding.category.item {
    case .dates, .names: false
    case .geography: entry.finding.category == .zip
    default: true
    }
  }

  /// Where the digits of a removed number stand in `text`, in bytes.
  func search(_ text: [UInt8]) -> [Range<Int>] {
    guard !numbers.isEmpty else { return [] }
    var found: [Range<Int>] = []
    var run: [DigitRuns.Digit] = []
    DigitRuns.read(text) { digit in
      if let last = run.last,
        digit.range.lowerBound - last.range.upperBound > RemovedNumbers.widestGap
      {
        search(run, into: &found)
        run.removeAll(keepingCapacity: true)
      }
      run.append(digit)
    }
    search(run, into: &found)
    return found
  }

  private func search(_ run: [DigitRuns.Digit], into found: inout [Range<Int>]) {
    for start in run.indices {
      var hash = WordHash.seed
      var read = 0
      for count in counts where start + count <= run.count {
        while read < count {
          hash = WordHash.combine(hash, run[start + read].digit)
          read += 1
        }
        if let number = numbers[hash], number.count == count,
          run[start..<(start + count)].lazy.map(\.digit).elementsEqual(number)
        {
          found.append(run[start].range.lowerBound..<run[start + count - 1].range.upperBound)
        }
      }
    }
  }
}
