import Spool

/// How a worker answers whoever delivered an arrival.
struct ArrivalReply: Sendable {
  /// It needs no more attention.
  var done: @Sendable (Arrival) -> Void
  /// It could not be taken and should come again later; the answer is how often that has happened to it.
  var postpone: @Sendable (Arrival) -> Int
}
