import Documents

/// One line of the log as the verifier sees it: only what every record has.
struct RecordLine {
  var seq: Int
  var type: ArraySlice<UInt8>
  var prev: AuditDigest
  /// The id when the record is about a document.
  var document: ArraySlice<UInt8>?
  /// Of the whole line.
  var hash: AuditDigest
  /// The line up to its `check` field.
  var payload: ArraySlice<UInt8>

  /// The whole form of `check`: `,"check":"` + 16 digits + `"}`.
  private static let checkField = ",\"check\":\""
  private static let checkLength = checkField.utf8.count + RecordEncoder.checkDigits + 2

  /// A line without its line feed; nil when it is not whole.
  init?(_ line: ArraySlice<UInt8>) {
    guard line.count > RecordLine.checkLength else { return nil }
    payload = line.dropLast(RecordLine.checkLength)
    var hasher = AuditHasher()
    hasher.update(Array(payload))
    let check = "\(RecordLine.checkField)\(RecordLine.hex(RecordEncoder.check(hasher.finish())))\"}"
    guard line.suffix(RecordLine.checkLength).elementsEqual(check.utf8) else { return nil }
    hasher.update(Array(check.utf8))
    hash = hasher.finish()
    var scanner = LineScanner(payload)
    guard scanner.skip("{\"seq\":"), let seq = scanner.number(),
      scanner.skip(",\"time\":\""), scanner.take(27) != nil,
      scanner.skip("\",\"type\":\""), let type = scanner.takeUntilQuote(),
      scanner.skip("\",\"prev\":\""),
      let prev = scanner.take(64).flatMap({ AuditDigest(hex: $0) }), scanner.skip("\"")
    else { return nil }
    self.seq = seq
    self.type = type
    self.prev = prev
    document = scanner.skip(",\"document\":\"") ? scanner.takeUntilQuote() : nil
  }

  /// Whether the record is the one that follows `position`.
  func follows(_ position: ChainPosition) -> Bool {
    seq == position.seq + 1 && prev == position.hash
  }

  var position: ChainPosition { ChainPosition(seq: seq, hash: hash) }

  /// Whether the record closes a batch: its signature vouches for it and, through `prev`, for all before it.
  var isSigned: Bool { SignedLine.split(payload) != nil }

  /// Whether its signature is checked wherever it stands: the log relies on it for many records, or for its keys.
  var isVouching: Bool {
    isType(.checkpoint) || isType(.sealed) || isType(.rotated) || isType(.pruned)
  }

  func isType(_ code: AuditCode) -> Bool { type.elementsEqual(code.text.utf8) }

  /// Whether one of the keys signed it.
  func isSigned(byOneOf keys: some Sequence<CheckpointPublicKey>) -> Bool {
    guard let (payload, signature) = SignedLine.split(payload) else { return false }
    return keys.contains { $0.isValid(signature: signature, for: payload) }
  }

  private static func hex(_ bytes: [UInt8]) -> String {
    String(decoding: Hex.digits(bytes: bytes), as: UTF8.self)
  }
}
