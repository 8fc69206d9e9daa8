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

  var isCheckpoint: Bool { type.elementsEqual(CheckpointSigner.recordType.text.utf8) }

  private static func hex(_ bytes: [UInt8]) -> String {
    String(decoding: Hex.digits(bytes: bytes), as: UTF8.self)
  }
}

/// `<payload>,"signature":"<128 digits>"`: how a checkpoint, without its `check`, and the head, without its brace, end.
enum SignedLine {
  private static let field = Array(",\"signature\":\"".utf8)
  private static let signatureDigits = 128

  /// The signed bytes and the signature; nil when there is none. A closing brace is passed over.
  static func split(
    _ line: ArraySlice<UInt8>
  ) -> (payload: ArraySlice<UInt8>, signature: [UInt8])? {
    var rest = line
    if rest.last == UInt8(ascii: "}") { rest = rest.dropLast() }
    guard rest.last == UInt8(ascii: "\""), rest.count > field.count + signatureDigits + 1 else {
      return nil
    }
    let digits = rest.dropLast().suffix(signatureDigits)
    let payload = rest.dropLast(signatureDigits + 1 + field.count)
    guard rest[payload.endIndex..<digits.startIndex].elementsEqual(field),
      let signature = Hex.bytes(hex: digits)
    else { return nil }
    return (payload, signature)
  }
}
