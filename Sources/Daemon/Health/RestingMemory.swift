import Pipeline
import Syscalls

/// Gives memory back when there has been nothing to scrub for a while.
struct RestingMemory: Sendable {
  let seats: Seats
  /// How long nobody must have sat down before what seats have learnt is forgotten. The first document after that takes
  /// about a tenth of a second longer.
  var patience = Duration.seconds(60)
  /// What gives memory back; another one only in tests.
  var giveBack: @Sendable () -> Void = IdleMemory.giveBack

  /// Call it now and then.
  func look() {
    if seats.clear(unusedFor: patience) { giveBack() }
  }
}
