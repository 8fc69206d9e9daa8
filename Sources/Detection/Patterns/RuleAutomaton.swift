import Patterns

/// Says for all rules of a search at once at which places of a text they can match.
///
/// It is the product of the rules' skeletons as deterministic automata: a state is the set of the rules that may still
/// match, with the state each is in. A word is read at once, which is worked out when a text needs it and remembered, so
/// that most words of a text cost one look-up for all rules; what follows is read rule by rule.
///
/// It belongs to one worker. Where it says that a rule cannot match, it cannot, whatever was read before.
struct RuleAutomaton: Sendable {
  /// Words remembered; when there are more, all is forgotten at the next block and learnt anew.
  private static let mostWords = 1 << 18
  /// Transitions by bytes remembered.
  private static let mostBytes = 1 << 20
  /// So many look-ups are begun before the first is ended: the processor then waits for the memory of all at once.
  static let sideBySide = 32
  /// Stands in `firsts` for a state not worked out yet.
  static let unknown: Int32 = -1

  let skeletons: SkeletonSet
  var tables: SkeletonTables
  /// The rules that have landmarks are none of this automaton's.
  var marks: MarkedWalks
  var states = RuleStates()
  var words = WordTable()
  var bytes = ByteTable()
  /// For the class before a place and the class at it the state behind its first byte, or `unknown`.
  var firsts: [RuleStates.Entry]
  /// The words of the block at hand.
  var pieces: [WordPiece] = []
  var walks: [Walk] = []
  /// The run of one byte that was read to its end last.
  var run = 0..<0
  /// Room for the state to be made.
  var alive: [RuleStates.Member] = []
  var found: [Int32] = []

  /// A place from which some rule may match, read up to another.
  struct Walk {
    var start: Int32
    var place: Int32
    var state: Int32
  }

  init(_ skeletons: SkeletonSet) {
    self.skeletons = skeletons
    tables = SkeletonTables(skeletons)
    marks = MarkedWalks(skeletons)
    firsts = [RuleStates.Entry](
      repeating: .init(state: RuleAutomaton.unknown, mask: .all),
      count: skeletons.width * skeletons.width)
  }

  /// Adds to `list` where in `block` each rule can match, of those in `wanted`.
  mutating func mark(
    _ text: Span<UInt8>, _ block: Range<Int>, wanted: [Bool], _ list: inout StartList
  ) {
    if isFull { forget() }
    run = 0..<0
    readBlock(text, block, wanted, &list)
    readWords(text, block, wanted, &list)
    readOn(text, wanted, &list)
  }

  /// Whether no more can be learnt.
  var isFull: Bool {
    tables.isFull || states.isFull || words.count > RuleAutomaton.mostWords
      || bytes.count > RuleAutomaton.mostBytes
  }

  private mutating func forget() {
    if tables.isFull { tables = SkeletonTables(skeletons) }
    states = RuleStates()
    words = WordTable()
    bytes = ByteTable()
    firsts = [RuleStates.Entry](
      repeating: .init(state: RuleAutomaton.unknown, mask: .all), count: firsts.count)
  }
}
