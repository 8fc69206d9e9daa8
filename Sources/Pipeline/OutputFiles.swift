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
      let note = QuarantineNote(id: claim.id.text, reason: reason).text
      staged = [StagedFile(name: "reason.txt", bytes: Array(note.utf8))]
      audited = []
      return
    }
    guard let text = document.assembled([scrubbed.redacted.text]),
      let bytes = document.encoding.encode(text)
    else { throw .unwritable }
    let parts = NameParts(fileName: String(decoding: claim.name, as: UTF8.self))
    let name = OutputName(
      scrubbedStem: scrubbed.stem, knownExtension: parts.knownExtension, id: claim.id)
    let note = ClinicianNote(
      id: claim.id.short, profile: profile, entries: scrubbed.redacted.entries,
      reasons: verdict.reasons)
    let report = Array(note.markdown.utf8)
    staged = [
      StagedFile(name: name.report, bytes: report), StagedFile(name: name.text, bytes: bytes),
    ]
    audited =
      verdict.outcome == .released
      ? [OutputFiles.audit("text", bytes), OutputFiles.audit("report", report)] : []
  }

  private static func audit(_ kind: AuditCode, _ bytes: [UInt8]) -> AuditOutput {
    AuditOutput(kind: kind, size: bytes.count, digest: AuditDigest(of: bytes))
  }
}
