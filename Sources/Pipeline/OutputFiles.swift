import Audit
import Documents
import Redaction
import Spool

/// The files a verdict leaves behind: the scrubbed copy and its report, or a note that says why there is none.
struct OutputFiles {
  /// What is written beside the original before anything is recorded.
  let staged: [StagedFile]
  /// What the audit says of the files that will be released; empty for every other outcome.
  let audited: [AuditOutput]

  /// - Throws: a reason for quarantine when the scrubbed text cannot be written in the document's encoding.
  init(_ verdict: Verdict, _ claim: Claim, _ profile: Profile) throws(Reason) {
    guard let scrubbed = verdict.scrubbed, let document = verdict.document else {
      let reason = verdict.reasons.first ?? .undecided
      staged = [OutputFiles.note(on: claim, reason)]
      audited = []
      return
    }
    guard let text = document.assembled([scrubbed.redacted.text]),
      let bytes = document.encoding.encode(text)
    else { throw .unwritable }
    let parts = claim.nameParts
    let name = OutputName(
      scrubbedStem: scrubbed.stem, knownExtension: parts.knownExtension, id: claim.id)
    let note = ClinicianNote(
      id: claim.id.short, profile: profile, entries: scrubbed.redacted.entries,
      reasons: verdict.reasons)
    let report = Array(note.markdown.utf8)
    let isReleased = verdict.outcome == .released
    // In a folder of its own the report needs no name that tells whose it is.
    let reportName = isReleased ? name.report : "report.md"
    staged = [
      StagedFile(name: reportName, bytes: report), StagedFile(name: name.text, bytes: bytes),
    ]
    audited = isReleased ? staged.reversed().map(OutputFiles.audit) : []
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
