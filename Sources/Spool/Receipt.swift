internal import Documents
internal import FoundationEssentials
internal import Syscalls

/// What became of a document: the only place that tells under which name it came in. Readable by the service alone.
struct Receipt: Codable {
  let document: String
  /// The name in the inbox.
  let name: BytesOnDisk
  /// The profile asked for by the folder it was dropped into; nil for the service's own.
  let profile: String?
  let outcome: Outcome
  /// A code or sentence without document text.
  let reason: String
  /// The staged files, in the order they are published in; for a released document their names in the outbox.
  let files: [String]
  /// Why the entry was no document.
  let refusal: Refusal?
  /// When the document was claimed, as its id tells.
  let claimed: Date?
  let decided: Date

  private static let longest = 1024 * 1024

  init(_ claim: Claim, _ outcome: Outcome, reason: String, files: [String]) {
    document = claim.id.text
    name = BytesOnDisk(claim.name)
    profile = claim.profile
    self.outcome = outcome
    self.reason = reason
    self.files = files
    refusal = claim.refusal
    // To the whole second, as it is written.
    claimed = Date(timeIntervalSince1970: Double(claim.id.milliseconds / 1000))
    decided = Date()
  }

  /// What a receipt is called among all others.
  static func name(of id: DocumentID) -> Path { "\(id).json" }

  /// The receipt of this name; nil when there is none.
  static func read(
    _ name: Path, in folder: borrowing Folder, of id: DocumentID
  ) throws(SpoolError) -> Receipt? {
    let json: [UInt8]?
    do {
      guard try folder.status(of: name) != nil else { return nil }
      json = try SpoolFile.read(name, in: folder, limit: longest)
    } catch {
      throw .system(id, step: .publish, error)
    }
    guard let json, let receipt = SpoolFile.value(Receipt.self, of: json) else {
      throw .damaged(id)
    }
    return receipt
  }
}
