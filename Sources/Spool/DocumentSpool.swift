package import Documents

/// The way of documents through the folders: claim, read, stage, publish, and start again after a crash.
///
/// Every step can be repeated without harm, and a process killed between any two of them loses nothing: see
/// `DirectorySpool` for the argument.
package protocol DocumentSpool: Sendable {
  /// Takes an entry out of the inbox, or takes a held document up again that a person has decided on: then the claim has
  /// that document's id and the decision.
  ///
  /// - Returns: nil when it is gone: somebody took it back, or the decision is about no held document.
  func claim(_ arrival: Arrival, as id: DocumentID) throws(SpoolError) -> Claim?

  /// The claim as the spool has noted it, whoever remembers it how; as it is when the document is no longer in work.
  ///
  /// - Throws: `damaged` when a person's decision is there and cannot be read.
  func noted(_ claim: Claim) throws(SpoolError) -> Claim

  /// The files a document was held with: its draft and reports. They stay as they are until its way ends.
  func held(_ claim: Claim) throws(SpoolError) -> [StagedFile]

  /// Takes a person's decision out of force and leaves a note beside the document which says why. Stage what the
  /// document was held with before, and publish it as held behind.
  ///
  /// - Parameter reason: a code.
  func refuseDecision(on claim: Claim, reason: String) throws(SpoolError)

  /// Reads a claimed document.
  ///
  /// - Parameter limit: the most bytes a document may have.
  func read(_ claim: Claim, limit: Int) throws(SpoolError) -> ReadResult

  /// Writes the finished files, durably but visible to nobody. Replaces whatever was staged before.
  func stage(_ claim: Claim, _ files: [StagedFile]) throws(SpoolError)

  /// The staged files of a document that was not decided yet; nil once it was, as they are bound by its receipt then and
  /// may have moved.
  func staged(_ claim: Claim) throws(SpoolError) -> [StagedFile]?

  /// Ends the document's way: in the outbox, in hold or in quarantine. Call it after `stage`, and after the
  /// audit record is durable.
  ///
  /// Called again, it finishes what is left to do. The outcome may change only while nothing has become visible.
  ///
  /// - Parameter reason: a code or sentence for the receipt, free of document text.
  func publish(_ claim: Claim, _ outcome: Outcome, reason: String) throws(SpoolError)

  /// Quarantines a document whatever it was bound to, with all that lies in its folder, because something is wrong with it
  /// that `publish` would tell again and again. What is in the outbox already stays there. Call it after the audit record
  /// is durable; called again, it changes nothing.
  ///
  /// - Parameters:
  ///   - note: tells people why; it lies beside the original.
  ///   - reason: as for `publish`.
  func setAside(_ claim: Claim, note: StagedFile, reason: String) throws(SpoolError)

  /// Marks a document that was found in work as one that this process works on now; `Claim.earlierTries` counts the marks at
  /// the next start.
  func noteTry(_ claim: Claim) throws(SpoolError)

  /// Takes all marks away: this process has come through alive.
  func forgetTries(_ claim: Claim) throws(SpoolError)

  /// The documents that a stopped process left undecided, oldest first. Call it once, at start: documents whose
  /// outcome was decided are brought to their end by it and not returned, unless something is wrong with one.
  func unfinished() throws(SpoolError) -> [Claim]
}
