/// `<payload>,"signature":"<128 digits>"`: how a signed record, without its `check`, and the head and the tombstone,
/// without their brace, end.
enum SignedLine {
  private static let field = Array(",\"signature\":\"".utf8)
  private static let signatureDigits = 128
  /// Of the whole field, in bytes.
  static let fieldLength = field.count + signatureDigits + 1

  /// The signed bytes and the signature; nil when there is none. A closing brace is passed over.
  static func split(
    _ line: ArraySlice<UInt8>
  ) -> (payload: ArraySlice<UInt8>, signature: [UInt8])? {
    var rest = line
    if rest.last == UInt8(ascii: "}") { rest = rest.dropLast() }
    guard rest.last == UInt8(ascii: "\""), rest.count > fieldLength else { return nil }
    let payload = rest.dropLast(fieldLength)
    let tail = rest[payload.endIndex...]
    guard tail.starts(with: field),
      let signature = Hex.bytes(hex: tail.dropFirst(field.count).dropLast())
    else { return nil }
    return (payload, signature)
  }

  /// A file of one signed line.
  static func file(
    _ unsigned: JSONWriter, _ signer: CheckpointSigner
  ) throws(AuditError) -> [UInt8] {
    var json = unsigned
    json.field(.signature, hexOf: try signer.sign(json.bytes))
    json.end()
    return json.bytes + [UInt8(ascii: "\n")]
  }

  /// What is signed in a file of one line, and by which of the keys; nil when none of them signed it.
  static func payload(
    ofFile bytes: [UInt8], keys: [CheckpointPublicKey]
  ) -> (bytes: ArraySlice<UInt8>, key: CheckpointPublicKey)? {
    guard bytes.last == UInt8(ascii: "\n"), bytes.dropLast().last == UInt8(ascii: "}"),
      let (payload, signature) = split(bytes.dropLast()),
      let key = keys.last(where: { $0.isValid(signature: signature, for: payload) })
    else { return nil }
    return (payload, key)
  }
}
