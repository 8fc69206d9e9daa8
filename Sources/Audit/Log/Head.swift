/// What `head.json` says: the last record that was on disk when it was written. Without it nobody could tell that the
/// newest records were cut off.
struct Head: Sendable, Hashable {
  static let fileName = "head.json"

  var position: ChainPosition
  /// The segment that held the record; nil before the first one.
  var segment: SegmentName?

  init(position: ChainPosition, segment: SegmentName?) {
    self.position = position
    self.segment = segment
  }

  /// The bytes of the file: one line of JSON with an Ed25519 signature over everything before it.
  func signed(by signer: CheckpointSigner) throws(AuditError) -> [UInt8] {
    try SignedLine.file(unsigned, signer)
  }

  private var unsigned: JSONWriter {
    var json = JSONWriter()
    json.begin()
    json.field(.hash, position.hash)
    json.field(.seq, position.seq)
    json.field(.segment, segment?.code ?? SegmentName.none)
    return json
  }

  /// Reads a head back; nil when it is not exactly what this software writes, or the signature is of none of the keys.
  init?(file bytes: [UInt8], keys: [CheckpointPublicKey]) {
    guard SignedLine.payload(ofFile: bytes, keys: keys) != nil else { return nil }
    self.init(unchecked: bytes)
  }

  /// Reads a head back without a look at its signature.
  init?(unchecked bytes: [UInt8]) {
    guard let payload = SignedLine.split(bytes.dropLast())?.payload,
      let fields = Head.fields(payload)
    else { return nil }
    self.init(position: fields.position, segment: fields.segment)
    guard unsigned.bytes.elementsEqual(payload) else { return nil }
  }

  /// `{"hash":"<64>","seq":<n>,"segment":"<name>"` without a closing brace.
  private static func fields(
    _ payload: ArraySlice<UInt8>
  ) -> (position: ChainPosition, segment: SegmentName?)? {
    var scanner = LineScanner(payload)
    guard scanner.skip("{\"hash\":\""),
      let hash = scanner.take(64).flatMap({ AuditDigest(hex: $0) }),
      scanner.skip("\",\"seq\":"), let seq = scanner.number(),
      scanner.skip(",\"segment\":\""), let name = scanner.takeUntilQuote()
    else { return nil }
    return (ChainPosition(seq: seq, hash: hash), SegmentName(String(decoding: name, as: UTF8.self)))
  }
}
