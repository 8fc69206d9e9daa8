/// The folders of a spool, all directly under its root and on one file system.
package enum SpoolFolder: String, Sendable, Hashable, CaseIterable {
  /// Where people drop files.
  case inbox
  /// Documents in work, a folder each.
  case work
  /// Scrubbed documents and their reports.
  case outbox
  /// Scrubbed documents that a person has to decide on, a folder each.
  case hold
  /// Persons' decisions about held documents, `<id>.json` each, until they are taken up.
  case decisions
  /// Documents that were not processed, a folder each.
  case quarantine
  /// Which document came in under which name and where it ended, `<id>.json` each. Protected: it tells names.
  case receipts
  /// The originals of released documents, if policy keeps them.
  case originals
  /// The audit log; its content is another room's, and free of identifiers: a group of auditors may read it.
  case audit

  /// The mode a missing folder is made with. Folders people share are left as they are found.
  var mode: UInt32 { isShared ? 0o750 : 0o700 }

  /// Whether people outside the service come here.
  var isShared: Bool { self == .inbox || self == .outbox || self == .audit }
}
