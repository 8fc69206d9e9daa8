/// A set of rules for each pair of byte classes.
struct RuleTable: Sendable {
  typealias Row = SIMD8<UInt64>

  /// Each different set once; the first is the empty one.
  private(set) var rows: [Row]
  private let width: Int
  /// The row of each pair.
  private let index: [UInt32]

  init(_ builder: Builder) {
    width = builder.width
    var numbers: [Row: UInt32] = [Row(): 0]
    var rows = [Row()]
    index = builder.rows.map { row in
      if let number = numbers[row] { return number }
      let number = UInt32(truncatingIfNeeded: rows.count)
      numbers[row] = number
      rows.append(row)
      return number
    }
    self.rows = rows
  }

  /// The number of the row of two classes.
  func row(_ left: Int, _ right: Int) -> Int { Int(index[left &* width &+ right]) }

  struct Builder {
    let width: Int
    fileprivate var rows: [Row]

    init(width: Int) {
      self.width = width
      rows = [Row](repeating: Row(), count: width * width)
    }

    mutating func add(_ rule: Int, _ left: [Int], _ right: [Int]) {
      let bit = UInt64(1) << UInt64(rule & 63)
      for row in left {
        for column in right { rows[row * width + column][rule >> 6] |= bit }
      }
    }
  }
}
