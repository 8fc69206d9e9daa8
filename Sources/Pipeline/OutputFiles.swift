import Audit
import Documents
import Redaction
import Spool

/// The files a verdict leaves behind: the scrubbed copy and its reports, or a note that says why there is none.
struct OutputFiles {
  /// What is written beside the original before anything is recorded.
  let staged: [StagedFile]
  /// What the audit says of the files that will be released; empty for every other outcome.
  let audited: [AuditOutput]

  /// - Throws: a reason for quarantine when the scrubbed text cannot be written in the document's encoding.
  init(_ verdict: Verdict, _ claim: Claim, _ policy: ScrubPolicy) throws(Reason) {
    guard let scrubbed = verdict.scrubbed, let document = verdict.document else {
      let reason = verdict.reasons.first ?? .undecided
      self.init(staged: [OutputFiles.note(on: claim, reason)], audited: [])
      return
    }
    let bytes = try OutputFiles.text(of: scrubbed, document)
    let name = OutputName(
      scrubbedStem: scrubbed.stem, knownExtension: claim.nameParts.knownExtension, id: claim.id)
    self.init(
      StagedFile(name: name.text, bytes: bytes),
      Report(
        claim.id, verdict.outcome, policy, scrubbed, reasons: verdict.reasons, file: bytes))
  }

  /// - Parameters:
  ///   - text: the scrubbed copy.
  ///   - report: says what becomes of it.
  init(_ text: StagedFile, _ report: Report) {
    let isReleased = report.outcome == .released
    // In a folder of its own a report needs no name that tells whose it is.
    let prefix = isReleased ? "\(text.name)." : ""
    let staged = [
      StagedFile(name: "\(prefix)report.json", bytes: report.json),
      StagedFile(name: "\(prefix)report.md", bytes: Array(report.markdown.utf8)), text,
    ]
    self.init(
      staged: staged, audited: isReleased ? staged.reversed().map(OutputFiles.audit) : [])
  }

  private init(staged: [StagedFile], audited: [AuditOutput]) {
    self.staged = staged
    self.audited = audited
  }

  /// The scrubbed text as the bytes of a file.
  static func text(of scrubbed: Scrubbed, _ document: TextDocument) throws(Reason) -> [UInt8] {
    guard let text = document.assembled([scrubbed.redacted.text]),
      let bytes = document.encoding.encode(text)
    else { throw .unwritable }
    return bytes
  }

  /// What the audit says of a file that will stand in the outbox.
  static func audit(_ file: StagedFile) -> AuditOutput {
    AuditOutput(
      kind: file.isReport ? "report" : "text", size: file.bytes.count,
      digest: AuditDigest(of: file.bytes))
  }

  /// The note beside a document that could not be processed.
  static func note(on claim: Claim, _ reason: Reason) -> StagedFile {
    let text = QuarantineNote(id: claim.id.text, reason: reason).text
    return StagedFile(name: "reason.txt", bytes: Array(text.utf8))
  }
}
