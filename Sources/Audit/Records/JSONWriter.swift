import Documents
import Patterns

/// Writes one JSON object with its fields in the order they are given, the same bytes for the same values.
///
/// There is nothing to escape: a code, a digest, a time and an id are made of characters that stand in JSON as they are,
/// and no method here takes a `String`.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  private var needsComma = false

  mutating func field(_ field: Field, _ value: Int) {
    key(field)
    raw(String(value).utf8)
  }

  mutating func field(_ field: Field, _ value: Bool) {
    key(field)
    raw((value ? "true" : "false").utf8)
  }

  mutating func field(_ field: Field, _ code: AuditCode) { quoted(field, code.text.utf8) }
  mutating func field(_ field: Field, _ time: AuditTime) { quoted(field, time.text.utf8) }
  mutating func field(_ field: Field, _ digest: AuditDigest) { quoted(field, digest.hex) }
  mutating func field(_ field: Field, _ mac: AuditMAC) { quoted(field, mac.hex) }
  mutating func field(_ field: Field, _ key: CheckpointPublicKey) { quoted(field, key.hex) }

  mutating func field(_ field: Field, _ id: DocumentID) { quoted(field, id.text.utf8) }

  /// One of an enumeration's cases: the source has them all.
  mutating func field(_ field: Field, _ value: some RawRepresentable<String> & CaseIterable) {
    quoted(field, value.rawValue.utf8)
  }

  /// A label, or the empty string.
  mutating func field(_ field: Field, _ label: AuditLabel?) {
    quoted(field, (label?.description ?? "").utf8)
  }

  /// Bytes as hexadecimal digits.
  mutating func field(_ field: Field, hexOf bytes: some Sequence<UInt8>) {
    quoted(field, Hex.digits(bytes: bytes))
  }

  mutating func field(_ field: Field, _ codes: [AuditCode]) {
    key(field)
    list(codes) { json, code in json.string(code.text.utf8) }
  }

  mutating func field(_ field: Field, _ values: [some RawRepresentable<String> & CaseIterable]) {
    key(field)
    list(values) { json, value in json.string(value.rawValue.utf8) }
  }

  /// A list of objects.
  mutating func field<Item>(
    _ field: Field, each items: [Item], _ body: (inout JSONWriter, Item) -> Void
  ) {
    key(field)
    list(items) { json, item in json.object { body(&$0, item) } }
  }

  /// An object within.
  mutating func field(_ field: Field, _ body: (inout JSONWriter) -> Void) {
    key(field)
    object(body)
  }

  /// `{`, the fields that `body` writes, `}`.
  mutating func object(_ body: (inout JSONWriter) -> Void) {
    begin()
    body(&self)
    end()
  }

  mutating func begin() {
    bytes.append(UInt8(ascii: "{"))
    needsComma = false
  }

  mutating func end() {
    bytes.append(UInt8(ascii: "}"))
    needsComma = true
  }

  private mutating func list<Item>(_ items: [Item], _ body: (inout JSONWriter, Item) -> Void) {
    bytes.append(UInt8(ascii: "["))
    for (index, item) in items.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      body(&self, item)
    }
    bytes.append(UInt8(ascii: "]"))
    needsComma = true
  }

  private mutating func key(_ field: Field) {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    string(field.rawValue.utf8)
    bytes.append(UInt8(ascii: ":"))
  }

  private mutating func quoted(_ field: Field, _ text: some Sequence<UInt8>) {
    key(field)
    string(text)
  }

  private mutating func string(_ text: some Sequence<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    raw(text)
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func raw(_ text: some Sequence<UInt8>) {
    bytes.append(contentsOf: text)
    needsComma = true
  }
}

/// Every key that occurs in a record.
enum Field: String {
  // Every record.
  case seq, time, type, prev, check
  // started
  case version, profile, profileVersion, profileDigest, packsDigest, lexicon, tagger, jit,
    zip3Census
  // One document.
  case document, size, contentMAC
  // redacted
  case part, parts, format, encoding, counts, findings
  case rule, category, item, start, length, `operator`, label, confidence, evidence, role, valueMAC
  // scanned, released, held, quarantined, recovered, repaired, checkpoint
  case action, catches, outputs, kind, digest, seconds, reasons, reason, droppedBytes, signature
  // redacted under a profile of its own
  case policy
  // weighed
  case sum, limit, holds, kinds, decisive, references
  // decided, revealed, shredded, vaulted
  case verdict, by, uid, name, result, values
  // the log's own: segment, sealed, rotated, pruned; head.json and tombstone.json
  case hash, segment, after, records, segments, key, pruned
  // counts, by the letter of the item
  case A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R
}
