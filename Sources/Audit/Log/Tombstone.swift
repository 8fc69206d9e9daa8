/// What `tombstone.json` says: which records were taken off the log's beginning when the time they are kept for was over.
/// The log is verified from there on.
struct Tombstone: Sendable, Hashable {
  static let fileName = "tombstone.json"

  /// The last record that was removed.
  var position: ChainPosition
  /// The segment that held it.
  var segment: SegmentName
  /// The key that signed the log at that record.
  var key: CheckpointPublicKey

  init(position: ChainPosition, segment: SegmentName, key: CheckpointPublicKey) {
    self.position = position
    self.segment = segment
    self.key = key
  }

  /// The bytes of the file: one line of JSON with an Ed25519 signature over everything before it.
  func signed(by signer: CheckpointSigner) throws(AuditError) -> [UInt8] {
    try SignedLine.file(unsigned, signer)
  }

  private var unsigned: JSONWriter {
    var json = JSONWriter()
    json.begin()
    json.field(.pruned, position.seq)
    json.field(.hash, position.hash)
    json.field(.segment, segment.code ?? SegmentName.none)
    json.field(.key, key)
    return json
  }

  /// Reads a tombstone back with the key that signed it; nil when it is not exactly what this software writes, or the
  /// signature is of none of the keys.
  static func read(
    _ bytes: [UInt8], keys: [CheckpointPublicKey]
  ) -> (tombstone: Tombstone, signer: CheckpointPublicKey)? {
    guard let payload = SignedLine.payload(ofFile: bytes, keys: keys) else { return nil }
    var scanner = LineScanner(payload.bytes)
    guard scanner.skip("{\"pruned\":"), let seq = scanner.number(), scanner.skip(",\"hash\":\""),
      let hash = scanner.take(64).flatMap({ AuditDigest(hex: $0) }),
      scanner.skip("\",\"segment\":\""), let name = scanner.takeUntilQuote(),
      let segment = SegmentName(String(decoding: name, as: UTF8.self)),
      scanner.skip("\",\"key\":\""),
      let key = scanner.take(64).flatMap({ CheckpointPublicKey(hex: $0) })
    else { return nil }
    let tombstone = Tombstone(
      position: ChainPosition(seq: seq, hash: hash), segment: segment, key: key)
    guard tombstone.unsigned.bytes.elementsEqual(payload.bytes) else { return nil }
    return (tombstone, payload.key)
  }
}
