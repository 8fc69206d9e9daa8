import Documents
import Patterns
import Testing

@testable import Audit

@Test func `a record's bytes are these and no others`() throws {
  let id = Sample.document(1)
  let time = try #require(AuditTime("2026-01-02T03:04:05.678901Z"))
  var encoder = RecordEncoder(after: .start)
  try encoder.append(
    .redacted(
      id,
      AuditRedaction(
        format: "text", encoding: "utf-8",
        findings: [
          try Sample.finding()
        ])), at: time)
  encoder.finish()
  let zeros = String(repeating: "0", count: 64)
  let expected =
    #"{"seq":1,"time":"2026-01-02T03:04:05.678901Z","type":"redacted","prev":""# + zeros
    + #"","document":"\#(id)","part":1,"parts":1,"format":"text","encoding":"utf-8","counts":"#
    + #"{"A":1,"B":0,"C":0,"D":0,"E":0,"F":0,"G":0,"H":0,"I":0,"J":0,"K":0,"L":0,"M":0,"N":0,"O":0,"#
    + #""P":0,"Q":0,"R":0},"findings":[{"rule":"name/titled","category":"NAME","item":"A","start":12,"#
    + #""length":8,"operator":"tag","label":"NAME-1","confidence":950,"evidence":["context:title"],"#
    + #""role":"patient","valueMAC":"\#(try Sample.key().mac(value: "GONZALEZ".utf8))"}]"#
  let line = String(decoding: encoder.lines.dropLast(), as: UTF8.self)
  let check = String(AuditDigest(of: expected.utf8).description.prefix(16))
  #expect(line == expected + #","check":"\#(check)"}"#)
  #expect(encoder.position.hash == AuditDigest(of: line.utf8))
}

@Test func `each record names the hash of the line before`() throws {
  var encoder = RecordEncoder(after: .start)
  for event in try Sample.events(of: Sample.document(1)) {
    try encoder.append(event, at: AuditTime(microseconds: 0))
  }
  encoder.finish()
  var previous = AuditDigest.zero.description
  for line in encoder.lines.split(separator: UInt8(ascii: "\n")) {
    #expect(String(decoding: line, as: UTF8.self).contains(#""prev":"\#(previous)""#))
    previous = AuditDigest(of: line).description
  }
}

@Test func `a document with very many findings fills several records that lose none`() throws {
  let finding = try Sample.finding()
  let redaction = AuditRedaction(
    format: "text", encoding: "utf-8", findings: Array(repeating: finding, count: 1201))
  let scratch = try Scratch()
  try scratch.log().append([.redacted(Sample.document(1), redaction)], durable: true)
  var parts: [[Int?]] = []
  try AuditReader(folder: scratch.audit).forEach {
    guard $0.part != nil else { return true }
    parts.append([$0.part, $0.parts, $0.findings?.count, $0.counts?[.names]])
    return true
  }
  #expect(parts == [[1, 3, 500, 500], [2, 3, 500, 500], [3, 3, 201, 201]])
}

@Test func `a second scan with very many catches fills several records that lose none`() throws {
  let caught = AuditCatch(
    rule: AuditCode(String(repeating: "r", count: 80)) ?? "none", category: .name)
  let scratch = try Scratch()
  let catches = Array(repeating: caught, count: 60_000)
  try scratch.log().append([.scanned(Sample.document(1), catches: catches)], durable: true)
  var parts: [[Int?]] = []
  var count = 0
  try AuditReader(folder: scratch.audit).forEach {
    guard $0.part != nil else { return true }
    parts.append([$0.part, $0.parts])
    count += $0.catches?.count ?? 0
    return true
  }
  #expect(parts == (1...120).map { [$0, 120] })
  #expect(count == 60_000)
}

@Test func `an entry that was not read is claimed without size and digest`() throws {
  let scratch = try Scratch()
  try scratch.log().append([.claimed(Sample.document(1))], durable: true)
  let line = try #require(try scratch.lines(try scratch.segments()[0]).last)
  let text = String(decoding: line, as: UTF8.self)
  #expect(!text.contains("size") && !text.contains("contentMAC"))
  var read: [AuditRecord] = []
  try AuditReader(folder: scratch.audit).forEach {
    read.append($0)
    return true
  }
  #expect(read.map(\.type) == ["segment", "claimed"])
  #expect(read.map(\.size) == [nil, nil])
}

@Test func `a digest is that of SHA-256 and a written one is read back`() {
  let digest = AuditDigest(of: "abc".utf8)
  // FIPS 180-2, appendix B.1.
  #expect(digest.description == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  #expect(AuditDigest(hex: digest.hex) == digest)
  #expect(AuditDigest(hex: digest.hex.dropLast()) == nil)
  #expect(
    AuditDigest(hex: "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD".utf8) == nil
  )
}

@Test func `pieces have the digest of the whole`() throws {
  var hasher = AuditHasher()
  var mac = try Sample.key().contentMAC()
  for byte in "a document".utf8 {
    hasher.update([byte])
    mac.update([byte])
  }
  #expect(hasher.finish() == AuditDigest(of: "a document".utf8))
  #expect(mac.finish() == (try Sample.key().mac(content: Array("a document".utf8))))
}
