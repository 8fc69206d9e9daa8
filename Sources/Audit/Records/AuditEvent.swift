package import Documents
package import Patterns

/// Something that happened and must be provable later. No case has a field that could hold text of a document: every
/// leaf is a number, a code, a label, a digest or a document's id.
package enum AuditEvent: Sendable, Hashable {
  case started(AuditStart)
  case stopped
  /// An entry was taken from the inbox. `size` in bytes; the digest is keyed, as short documents can be guessed. Both are
  /// missing when it was not read: a link, a folder, a file that is too large.
  case claimed(DocumentID, size: Int? = nil, contentMAC: AuditMAC? = nil)
  case redacted(DocumentID, AuditRedaction)
  /// The second scan's result, also when it caught nothing.
  case scanned(DocumentID, catches: [AuditCatch])
  /// What is left that can tell who is meant.
  case weighed(DocumentID, AuditWeighing)
  /// The document may appear in the outbox. `seconds` since it was claimed, where known.
  case released(DocumentID, outputs: [AuditOutput], seconds: Int? = nil)
  case held(DocumentID, reasons: [AuditCode])
  case quarantined(DocumentID, reason: AuditCode)
  /// A person decided about a held document.
  case decided(DocumentID, AuditDecision)
  /// So many removed values were put into the vault.
  case vaulted(DocumentID, values: Int)
  /// A person asked the vault for removed values.
  case revealed(DocumentID, AuditReveal)
  /// A person destroyed the document's key in the vault: its removed values cannot be read again.
  case shredded(DocumentID, AuditShredding)
  /// The time for which originals are kept was over for this one: it is removed.
  case expired(DocumentID)
  /// What recovery did with a document that lay in `work/` at start.
  case recovered(DocumentID, action: AuditCode)
  /// A last line that was cut short by a crash was removed when the log was opened.
  case repaired(droppedBytes: Int)
  /// The records after this one are signed with another key.
  case rotated(to: CheckpointPublicKey)
  /// Old segments were removed.
  case pruned(AuditPruning)
}

/// Under which software and which rules the records that follow were made.
package struct AuditStart: Sendable, Hashable {
  package var version: AuditCode
  package var profile: AuditCode
  package var profileVersion: AuditCode
  /// Of the profile's file.
  package var profileDigest: AuditDigest
  /// Of all pattern packs.
  package var packsDigest: AuditDigest
  /// As the compiled lexicon names itself.
  package var lexicon: AuditCode
  /// The checksum of the tagger's model.
  package var tagger: AuditCode
  /// Whether PCRE2's JIT compiles the patterns.
  package var isJITOn: Bool
  /// The census whose populations decide which ZIP3 areas may stay: `2020`.
  package var zip3Census: AuditCode

  package init(
    version: AuditCode, profile: AuditCode, profileVersion: AuditCode, profileDigest: AuditDigest,
    packsDigest: AuditDigest, lexicon: AuditCode, tagger: AuditCode, isJITOn: Bool,
    zip3Census: AuditCode
  ) {
    self.version = version
    self.profile = profile
    self.profileVersion = profileVersion
    self.profileDigest = profileDigest
    self.packsDigest = packsDigest
    self.lexicon = lexicon
    self.tagger = tagger
    self.isJITOn = isJITOn
    self.zip3Census = zip3Census
  }
}

/// A trace of an identifier that the second scan found in the redacted text.
package struct AuditCatch: Sendable, Hashable {
  package var rule: AuditCode
  package var category: Category

  package init(rule: AuditCode, category: Category) {
    self.rule = rule
    self.category = category
  }
}

/// One file that was written to the outbox.
package struct AuditOutput: Sendable, Hashable {
  /// `text` or `report`.
  package var kind: AuditCode
  /// In bytes.
  package var size: Int
  /// Of the released bytes; they hold no PHI, so that the recipient can check them with `sha256sum`.
  package var digest: AuditDigest

  package init(kind: AuditCode, size: Int, digest: AuditDigest) {
    self.kind = kind
    self.size = size
    self.digest = digest
  }
}
