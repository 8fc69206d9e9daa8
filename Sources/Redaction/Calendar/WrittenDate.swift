/// A date or a range of dates as a text writes it: the numbers, and where each of them stands.
struct WrittenDate: Sendable, Hashable {
  /// A number of the date and its place in the value, in bytes.
  struct Field: Sendable, Hashable {
    var value: Int
    var range: Range<Int>
  }

  /// One day, or a part of one.
  struct Day: Sendable, Hashable {
    var year: Field?
    var month: Field?
    var day: Field?
    /// Whether the year has two digits, and its century is a guess.
    var hasShortYear = false
  }

  var first: Day
  /// The last day of a range; what the text tells once for both is told of both.
  var last: Day?
  /// `3 and 5`, not `3-5`.
  var isPair = false

  /// - Parameters:
  ///   - value: the bytes of the finding.
  ///   - isDayFirst: whether `4/3` is the fourth of March.
  /// - Returns: nil when it is no date in a form known here.
  init?(_ value: [UInt8], isDayFirst: Bool) {
    guard let pieces = DatePieces.read(value), !pieces.isEmpty else { return nil }
    let grammar = DateGrammar(isDayFirst: isDayFirst)
    if let day = grammar.day(pieces[...]) {
      self.init(first: day)
    } else if let range = grammar.range(pieces) {
      self = range
    } else {
      return nil
    }
  }

  init(first: Day, last: Day? = nil, isPair: Bool = false) {
    self.first = first
    self.last = last
    self.isPair = isPair
  }

  /// Both days, or the one.
  var days: [Day] { [first] + (last.map { [$0] } ?? []) }
}
