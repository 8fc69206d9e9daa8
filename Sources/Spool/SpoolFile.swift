internal import FoundationEssentials
internal import Syscalls

/// The small JSON files the spool writes about documents, and how all its files are written.
enum SpoolFile {
  /// What came in, in `work/<id>/`.
  static let original: Path = "original"
  /// Under which name, in `work/<id>/`.
  static let claimNote: Path = "claim.json"
  /// The folder of finished files in `work/<id>/`.
  static let staged: Path = "staged"
  /// The outcome, in `work/<id>/`, until it is filed.
  static let receipt: Path = "receipt.json"

  /// As many bytes as processes have begun to work on the document after they had found it in work, in `work/<id>/`.
  static let tries: Path = "tries"

  /// A person's decision, in `work/<id>/`, as long as it is in force.
  static let decision: Path = "decision.json"
  /// Why a person's decision could not be carried out, beside the document that is held on.
  static let refusedDecision: Path = "decision.refused.json"

  /// Whether a name is the spool's own in a document's folder; staged files come to lie beside these.
  static func isReserved(_ name: String) -> Bool {
    [original, claimNote, staged, tries].contains(Path(name)) || name.hasPrefix("receipt.")
      || name.hasPrefix("decision.")
  }

  /// Writes a new file and makes its content durable; the folder is for the caller to sync.
  static func write(
    _ bytes: [UInt8], to name: Path, in folder: borrowing Folder, mode: UInt32 = 0o600,
    group: UInt32? = nil
  ) throws(SystemError) {
    try create(name, holding: bytes, in: folder, mode: mode, group: group).sync()
  }

  /// Writes a new file, whose content is for the caller to sync.
  static func create(
    _ name: Path, holding bytes: [UInt8], in folder: borrowing Folder, mode: UInt32 = 0o600,
    group: UInt32? = nil
  ) throws(SystemError) -> Descriptor {
    let file = try folder.open(name, [.write, .create, .exclusive, .noFollow])
    try file.write(bytes)
    if mode != 0o600 { try file.setMode(mode) }
    if let group, try file.status().group != group {
      // Not being in the group that collects from the outbox must not stop the document.
      do { try file.setGroup(group) } catch { guard error.isForbidden else { throw error } }
    }
    return file
  }

  /// Writes a file that is either there whole or not at all.
  static func writeWhole(
    _ bytes: [UInt8], to name: Path, in folder: borrowing Folder
  ) throws(SystemError) {
    let draft = Path(bytes: name.bytes + Array(".new".utf8))
    do {
      try write(bytes, to: draft, in: folder)
    } catch  where error.isTaken {
      // A process that was killed has left it.
      try folder.remove(draft)
      try write(bytes, to: draft, in: folder)
    }
    try folder.replace(name, with: draft)
    try folder.sync()
  }

  /// All bytes of a file the spool has written; nil when there is none, or it is larger than `limit`.
  static func read(
    _ name: Path, in folder: borrowing Folder, limit: Int
  ) throws(SystemError) -> [UInt8]? {
    do {
      let file = try folder.open(name, [.read, .noFollow, .nonBlocking])
      return try file.readToEnd(expecting: file.status().size, limit: limit)
    } catch {
      guard error.isMissing else { throw error }
      return nil
    }
  }

  /// A value as JSON text with a closing line feed.
  static func json(_ value: some Encodable) throws(SystemError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .iso8601
    do {
      return Array(try encoder.encode(value)) + [UInt8(ascii: "\n")]
    } catch {
      throw SystemError.invalidArgument(of: "JSON encoding")
    }
  }

  /// A value read back; nil when the text is not its JSON.
  static func value<Value: Decodable>(_ type: Value.Type, of json: [UInt8]) -> Value? {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    return try? decoder.decode(type, from: Data(json))
  }
}
