internal import Dispatch

/// Rows or sequences, cut into fixed parts that several cores work on: the same parts on every machine, and their results
/// taken together in their order, so that sums come out the same to the bit.
enum Parts {
  /// How many parts sequences are cut into; each needs a gradient of its own.
  static let ofSequences = 4
  /// How many parts rows are cut into.
  static let ofRows = 16

  /// Does something for each part, in no particular order and at the same time; what it writes must be the part's own.
  static func each(_ count: Int, _ body: (Int) -> Void) {
    withoutActuallyEscaping(body) { body in
      // All calls have returned when `concurrentPerform` does, and each writes what no other reads.
      nonisolated(unsafe) let body = body
      DispatchQueue.concurrentPerform(iterations: count) { part in unsafe body(part) }
    }
  }

  /// Does something for each part of the rows and returns the results in order.
  static func ofRows<Result>(_ rowCount: Int, _ body: (Range<Int>) -> Result) -> [Result] {
    var results = [Result?](repeating: nil, count: ofRows)
    unsafe results.withUnsafeMutableBufferPointer { results in
      each(ofRows) { part in
        unsafe results[part] = body(rowCount * part / ofRows..<rowCount * (part + 1) / ofRows)
      }
    }
    return results.compactMap { $0 }
  }
}
