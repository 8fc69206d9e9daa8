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

  /// By the hash of their letters and digits.
  private var known: [UInt64: Category] = [:]
  /// By the hash of their first letters and digits, as many as the shortest has, the length of the longest that begins so.
  private var beginnings: [UInt64: Int] = [:]

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
    known[WordHash.of(content)] = category
    let beginning = WordHash.of(content.prefix(RemovedValues.shortest))
    beginnings[beginning] = max(beginnings[beginning] ?? 0, content.count)
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
  ///
  /// - Parameter windows: how a long text is cut; what is found does not depend on it.
  func search(
    _ text: [UInt8], outside written: WrittenSpans, windows: WindowSize = .standard
  ) -> [(Range<Int>, Category)] {
    guard !known.isEmpty else { return [] }
    let windows = TextWindow.windows(of: text, windows)
    var found: [(Range<Int>, Category)] = []
    for window in windows {
      let view = TextView(windows.count > 1 ? Array(text[window.slice]) : text)
      let base = window.slice.lowerBound
      for (range, category) in search(view.bytes) {
        let range = view.textRange(of: range)
        let place = range.lowerBound + base..<range.upperBound + base
        if window.core.contains(place.lowerBound), !written.overlap(place) {
          found.append((place, category))
        }
      }
    }
    return found
  }

  private func search(_ bytes: [UInt8]) -> [(Range<Int>, Category)] {
    var found: [(Range<Int>, Category)] = []
    var isInWord = false
    for index in bytes.indices {
      let isContent = TextContent.isContent(bytes[index])
      defer { isInWord = isContent }
      guard isContent, !isInWord, let hit = value(in: bytes, from: index) else { continue }
      found.append((index..<hit.end, hit.category))
    }
    return found
  }

  /// The longest removed value that begins at `start`.
  private func value(in bytes: [UInt8], from start: Int) -> (end: Int, category: Category)? {
    var hit: (end: Int, category: Category)?
    var hash = WordHash.seed
    var gap = 0
    var read = 0
    var longest = RemovedValues.shortest
    for index in start..<bytes.count {
      guard TextContent.isContent(bytes[index]) else {
        gap += 1
        if gap > RemovedValues.widestGap { break }
        continue
      }
      gap = 0
      hash = WordHash.combine(hash, RemovedValues.folded(bytes[index]))
      read += 1
      if read == RemovedValues.shortest {
        guard let known = beginnings[hash] else { break }
        longest = known
      }
      if read >= RemovedValues.shortest {
        let isEnd = index + 1 == bytes.count || !TextContent.isContent(bytes[index + 1])
        if isEnd, let category = known[hash] { hit = (index + 1, category) }
      }
      if read == longest { break }
    }
    return hit
  }
}
