internal import Documents
internal import FoundationEssentials
internal import Syscalls

/// `claim.json`: what is to be known of a document before anything else happens to it.
///
/// Why an entry is refused is not in it: the entry itself says so whenever it is looked at.
struct ClaimNote: Codable {
  let document: String
  let name: BytesOnDisk
  /// The profile asked for; nil for the service's own.
  let profile: String?
  let claimed: Date

  private static let longest = 64 * 1024

  init(_ id: DocumentID, name: [UInt8], profile: String?) {
    document = id.text
    self.name = BytesOnDisk(name)
    self.profile = profile
    claimed = Date()
  }

  /// The note of a folder in work; nil when there is none or it is damaged.
  init?(in folder: borrowing Folder) throws(SystemError) {
    guard
      let json = try SpoolFile.read(SpoolFile.claimNote, in: folder, limit: ClaimNote.longest),
      let note = SpoolFile.value(ClaimNote.self, of: json)
    else { return nil }
    self = note
  }
}
