/// A number for every parameter: a row of sixteen for each feature, for each label a transition comes from, for the start
/// and for the end.
///
/// `@safe` and `@unchecked Sendable` because the rows are initialized and stay allocated as long as the object lives,
/// and threads write disjoint parts, chosen before they start, and read what none writes.
@safe final class ParameterVector: @unchecked Sendable {
  let rows: UnsafeMutableBufferPointer<LabelRow>

  /// All zeros.
  init(rowCount: Int) {
    unsafe rows = .allocate(capacity: rowCount)
    unsafe rows.initialize(repeating: .zero)
  }

  deinit { unsafe rows.deallocate() }

  var count: Int { unsafe rows.count }

  /// The row for the transitions from label 0; those from the others, the start and the end follow.
  var firstTransition: Int { count - ParameterVector.chainRows }
  var start: Int { count - 2 }
  var end: Int { count - 1 }

  /// How many rows are no feature's.
  static let chainRows = 18
}
