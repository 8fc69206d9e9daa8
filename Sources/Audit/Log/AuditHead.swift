/// How far a log had come at some moment: what has to be kept elsewhere so that nobody can cut off its end unseen.
package struct AuditHead: Sendable, Hashable {
  /// The number of the record.
  package let seq: Int
  /// Of the record's line.
  package let hash: AuditDigest

  package init(seq: Int, hash: AuditDigest) {
    self.seq = seq
    self.hash = hash
  }

  /// A head in its written form, `1234:<64 hexadecimal digits>`; nil when the text is none.
  package init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let seq = Int(parts[0]), seq >= 0,
      let hash = AuditDigest(hex: Array(parts[1].utf8))
    else { return nil }
    self.init(seq: seq, hash: hash)
    guard description == text else { return nil }
  }

  var position: ChainPosition { ChainPosition(seq: seq, hash: hash) }
}

extension AuditHead: CustomStringConvertible {
  package var description: String { "\(seq):\(hash)" }
}

/// Where the head goes besides the audit folder: whoever can write the folder could put an older `head.json` back.
package struct AuditAnchor: Sendable {
  /// A file, best on another machine or a medium that keeps old versions; nil for none.
  package var file: String?
  /// Called with the newest head at every `checkpoint()` and at the end, for the daemon's own log.
  package var tell: @Sendable (AuditHead) -> Void
  /// Called when the file could not be written, once until it can. The log goes on: the anchor is a second witness, not the
  /// record.
  package var failed: @Sendable (AuditError) -> Void

  package init(
    file: String? = nil, tell: @escaping @Sendable (AuditHead) -> Void = { _ in },
    failed: @escaping @Sendable (AuditError) -> Void = { _ in }
  ) {
    self.file = file
    self.tell = tell
    self.failed = failed
  }
}
