import Detection
import Lexicons
import Patterns

/// Every value taken out, whatever the confidence, as its letters and digits, to be sought in the output whatever its
/// case, spacing and punctuation.
struct RemovedValues {
  /// The shortest value, in letters and digits, that is sought.
  private static let shortest = 6
  /// Of longer values the beginning is sought; it bounds the work for each place.
  private static let longest = 256
  /// Characters that are neither letters nor digits within a value.
  private static let widestGap = 3

  /// The confidence, in thousandths, from which a name that is written like a trade name is sought.
  private static let certain = 700

  /// By the hash of their letters and digits; nil for the beginning of a longer one.
  private var known: [UInt64: Category?] = [:]

  /// - Parameter isOrdinary: whether a lower-case word stands in texts for other reasons than a name.
  init(_ original: [UInt8], _ entries: [RedactionEntry], isOrdinary: ([UInt8]) -> Bool) {
    for entry in entries where entry.action != .keep {
      let value = TextView(Array(original[entry.finding.range])).bytes
      let content = value.filter(TextContent.isContent).map(RemovedValues.folded)
      guard RemovedValues.isTellable(content, entry.finding, value, isOrdinary) else { continue }
      learn(content.prefix(RemovedValues.longest), entry.finding.category)
    }
  }

  private mutating func learn(_ content: ArraySlice<UInt8>, _ category: Category) {
    var hash = WordHash.seed
    for (number, byte) in content.enumerated() {
      hash = WordHash.combine(hash, byte)
      if number + 1 == content.count {
        known[hash] = .some(category)
      } else if known[hash] == nil {
        known[hash] = .some(nil)
      }
    }
  }

  /// A date without its year, an age, an ordinary word or a short number stands elsewhere by chance.
  private static func isTellable(
    _ content: [UInt8], _ finding: Finding, _ value: [UInt8], _ isOrdinary: ([UInt8]) -> Bool
  ) -> Bool {
    let digits = content.count(where: ByteClass.isDigit)
    guard content.count >= shortest else { return false }
    if digits == content.count { return digits >= shortest }
    if finding.category.item == .dates { return YearOnly.year(in: value[...]) != nil && digits > 4 }
    if digits > 0 { return true }
    // `PermCath`, `MacNew`: a trade name that was held for a person's.
    if finding.confidence < certain, hasInnerCapital(value) { return false }
    return !words(of: value).allSatisfy(isOrdinary)
  }

  /// The words of `value` in lower case, without possessives and apostrophes.
  private static func words(of value: [UInt8]) -> [[UInt8]] {
    value.split { !ByteClass.isLetter($0) && $0 != 0x27 }.map { word in
      let isPossessive = word.count > 2 && word.suffix(2).map(folded) == [0x27, 0x73]
      return word.dropLast(isPossessive ? 2 : 0).filter { $0 != 0x27 }.map(folded)
    }
  }

  /// Whether a capital follows a small letter.
  private static func hasInnerCapital(_ value: [UInt8]) -> Bool {
    zip(value, value.dropFirst()).contains {
      ByteClass.isLetter($0) && !ByteClass.isUpper($0) && ByteClass.isUpper($1)
    }
  }

  private static func folded(_ byte: UInt8) -> UInt8 {
    ByteClass.isUpper(byte) ? byte | 0x20 : byte
  }

  /// Where a removed value stands again, in bytes of `text`: from the start of a word to the end of one.
  func search(_ text: [UInt8], outside written: WrittenSpans) -> [(Range<Int>, Category)] {
    guard !known.isEmpty else { return [] }
    let view = TextView(text)
    var found: [(Range<Int>, Category)] = []
    var isInWord = false
    for index in view.bytes.indices {
      let isContent = TextContent.isContent(view.bytes[index])
      defer { isInWord = isContent }
      guard isContent, !isInWord, let hit = value(in: view.bytes, from: index) else { continue }
      let range = view.textRange(of: index..<hit.end)
      if !written.overlap(range) { found.append((range, hit.category)) }
    }
    return found
  }

  /// The longest removed value that begins at `start`.
  private func value(in bytes: [UInt8], from start: Int) -> (end: Int, category: Category)? {
    var hit: (end: Int, category: Category)?
    var hash = WordHash.seed
    var gap = 0
    for index in start..<bytes.count {
      guard TextContent.isContent(bytes[index]) else {
        gap += 1
        if gap > RemovedValues.widestGap { break }
        continue
      }
      gap = 0
      hash = WordHash.combine(hash, RemovedValues.folded(bytes[index]))
      guard let known = known[hash] else { break }
      let isEnd = index + 1 == bytes.count || !TextContent.isContent(bytes[index + 1])
      if isEnd, let category = known { hit = (index + 1, category) }
    }
    return hit
  }
}
