import Syscalls
import Testing

@testable import Audit

@Test(arguments: [
  ("(217) 555-0198", "217.555.0198"), ("MRN 48-29 10", "mrn482910"), ("García", "GARCíA"),
])
func `a value has one digest whatever its case and punctuation`(one: String, other: String) throws {
  let key = try Sample.key()
  #expect(key.mac(value: one.utf8) == key.mac(value: other.utf8))
}

@Test func `other values, other keys and whole documents have other digests`() throws {
  let (key, other) = (try Sample.key(), try Sample.key(8))
  #expect(key.mac(value: "4829".utf8) != key.mac(value: "4820".utf8))
  #expect(key.mac(value: "4829".utf8) != other.mac(value: "4829".utf8))
  #expect(key.mac(value: "4829".utf8) != key.mac(content: Array("4829".utf8)))
}

@Test func `a key is made once, for its owner alone, and then read`() throws {
  let scratch = try Scratch()
  let made = try AuditKey.loadOrCreate(scratch.key)
  let read = try AuditKey.loadOrCreate(scratch.key)
  #expect(made.mac(value: [65]) == read.mac(value: [65]))
  let folder = try Folder(opening: Path(scratch.path))
  #expect(try folder.names() == ["audit.key"])
  #expect(try folder.status(of: "audit.key")?.mode == 0o600)
}

@Test(arguments: [UInt32(0o604), 0o644, 0o660, 0o602])
func `a key that others can read or write is refused`(mode: UInt32) throws {
  let scratch = try Scratch()
  _ = try AuditKey.loadOrCreate(scratch.key)
  try Descriptor(opening: Path(scratch.key), .read).setMode(mode)
  #expect(throws: AuditError.keyIsExposed(path: scratch.key)) { try AuditKey.load(scratch.key) }
}

@Test(arguments: [0, 31, 33])
func `a key of another size is refused`(size: Int) throws {
  let scratch = try Scratch()
  try Descriptor(opening: Path(scratch.key), [.write, .create])
    .write(Array(repeating: 1, count: size))
  #expect(throws: AuditError.keyHasWrongSize(path: scratch.key)) {
    try AuditKey.loadOrCreate(scratch.key)
  }
}

@Test func `a key that is not there is an error to whoever only reads`() throws {
  let scratch = try Scratch()
  #expect(throws: AuditError.self) { try AuditKey.load(scratch.key) }
}
