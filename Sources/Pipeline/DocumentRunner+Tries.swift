internal import Documents
internal import Spool

extension DocumentRunner {
  /// With the first process that dies over a document nobody knows that it was this one. Of those that find it in work, so
  /// many may die.
  static let mostTries = 2

  /// Works on a document that may be what ended earlier processes; one that has ended too many is quarantined unread.
  ///
  /// - Parameter work: brings it to its end. An error is none of the document's: the process is alive.
  func surviving(
    _ claim: Claim, _ work: () throws(PipelineError) -> Outcome
  ) throws(PipelineError) -> Outcome {
    guard let tries = claim.earlierTries else { return try work() }
    guard tries < DocumentRunner.mostTries else { return try setAside(claim, .crashes) }
    try PipelineError.ofSpool { () throws(SpoolError) in try spool.noteTry(claim) }
    do {
      return try work()
    } catch {
      // A mark that stays costs the document one try, no more.
      try? spool.forgetTries(claim)
      throw error
    }
  }
}
