/// Where literals end in a stretch of text, quarter by quarter of it.
struct LiteralHits: Sendable {
  struct Hit: Sendable, Equatable {
    /// See `LiteralAutomaton.Hit`.
    var number: Int32
    /// Behind the literal.
    var end: Int
  }

  var first: [Hit] = []
  var second: [Hit] = []
  var third: [Hit] = []
  var fourth: [Hit] = []

  /// In the order of the text.
  var quarters: [[Hit]] { [first, second, third, fourth] }

  mutating func removeAll() {
    first.removeAll(keepingCapacity: true)
    second.removeAll(keepingCapacity: true)
    third.removeAll(keepingCapacity: true)
    fourth.removeAll(keepingCapacity: true)
  }
}
