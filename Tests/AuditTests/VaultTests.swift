import Documents
import Patterns
import Syscalls
import Testing

@testable import Audit

/// A vault with the values of one document, and the log that its use is recorded in.
private struct Kept {
  let scratch: Scratch
  let log: AuditLog
  let vault: Vault
  let id = Sample.document(1)
  let entries = [
    VaultEntry(label: AuditLabel(.name, 1), start: 12, value: Array("Okonkwo".utf8)),
    VaultEntry(label: AuditLabel(.name, 2), start: 40, value: Array("Wasilewski".utf8)),
    VaultEntry(label: nil, start: 60, value: Array("3 March 1931".utf8)),
  ]

  init() throws {
    scratch = try Scratch()
    log = try scratch.log()
    vault = try Vault(folder: scratch.path + "/vault", key: Kept.key(5))
    try log.append([try vault.seal(id, entries)], durable: true)
  }

  static func key(_ bytes: UInt8...) -> VaultKey {
    VaultKey(secrets: bytes.flatMap { Array(repeating: $0, count: 32) })
  }

  func reopened(_ key: VaultKey) throws -> Vault {
    try Vault(folder: scratch.path + "/vault", key: key)
  }

  func reveal(_ label: AuditLabel?, with vault: Vault? = nil) throws(VaultError) -> [VaultEntry] {
    try (vault ?? self.vault)
      .reveal(id, label: label, by: Sample.person, for: .treatment, log: log)
  }

  /// What the log says of attempts.
  func results() throws -> [RevealResult?] {
    var results: [RevealResult?] = []
    try AuditReader(folder: scratch.audit).forEach(AuditFilter(types: ["revealed"])) {
      results.append($0.result)
      return true
    }
    return results
  }

  func path(_ part: VaultFolder.Part) -> String { "\(scratch.path)/vault/\(part.rawValue)/\(id)" }
}

@Test func `a removed value comes out as it went in, and who asked is on record first`() throws {
  let kept = try Kept()
  #expect(try kept.reveal(AuditLabel(.name, 2)).map(\.value) == [Array("Wasilewski".utf8)])
  #expect(try kept.reveal(nil) == kept.entries)
  #expect(throws: VaultError.notThere) { try kept.reveal(AuditLabel(.phone, 1)) }
  #expect(try kept.results() == [.shown, .shown, .notThere])
  try kept.log.close()
  #expect(throws: VaultError.unrecorded(.closed)) { try kept.reveal(nil) }
}

@Test func `without the key nothing is shown, and the attempt is on record`() throws {
  let kept = try Kept()
  #expect(throws: VaultError.refused) { try kept.reveal(nil, with: kept.reopened(Kept.key(6))) }
  #expect(try kept.results() == [.refused])
}

@Test func `after its key is destroyed a document's values are gone for everybody`() throws {
  let kept = try Kept()
  let values = try bytes(kept.path(.values))
  try kept.vault.shred(kept.id, by: Sample.person, for: .consentWithdrawn, log: kept.log)
  #expect(throws: VaultError.noKey) { try kept.reveal(nil) }
  #expect(throws: VaultError.noKey) {
    try kept.vault.shred(kept.id, by: Sample.person, for: .other, log: kept.log)
  }
  // A copy of the sealed values is of no use either.
  try write(kept.path(.values), values)
  #expect(throws: VaultError.noKey) { try kept.reveal(nil) }
  var shredded: [AuditRecord] = []
  try AuditReader(folder: kept.scratch.audit).forEach(AuditFilter(types: ["shredded"])) {
    shredded.append($0)
    return true
  }
  #expect(shredded.map(\.document) == [kept.id])
  #expect(shredded.map(\.reason) == ["consent-withdrawn"])
}

@Test func `every changed byte of the vault's files is refused`() throws {
  let kept = try Kept()
  for part in VaultFolder.Part.allCases {
    var file = try bytes(kept.path(part))
    for index in file.indices {
      file[index] ^= 1
      try write(kept.path(part), file)
      #expect(throws: VaultError.refused) { try kept.reveal(nil) }
      file[index] ^= 1
    }
    try write(kept.path(part), file)
  }
  #expect(try kept.reveal(nil) == kept.entries)
}

@Test func `one document's file does not open in another's place`() throws {
  let kept = try Kept()
  let other = Sample.document(2)
  _ = try kept.vault.seal(other, [VaultEntry(label: nil, start: 0, value: [65])])
  for part in VaultFolder.Part.allCases {
    try write(
      "\(kept.scratch.path)/vault/\(part.rawValue)/\(other)", try bytes(kept.path(part)))
  }
  #expect(throws: VaultError.refused) {
    try kept.vault.reveal(other, by: Sample.person, for: .other, log: kept.log)
  }
}

@Test func `sealing again changes nothing, and other values are refused`() throws {
  let kept = try Kept()
  let before = try bytes(kept.path(.values))
  #expect(try kept.vault.seal(kept.id, kept.entries) == .vaulted(kept.id, values: 3))
  #expect(try bytes(kept.path(.values)) == before)
  #expect(throws: VaultError.taken) { try kept.vault.seal(kept.id, []) }
  // A crash between values and key: sealed anew.
  try Folder(opening: Path("\(kept.scratch.path)/vault/keys")).remove(Path(kept.id.text))
  _ = try kept.vault.seal(kept.id, kept.entries)
  #expect(try kept.reveal(nil) == kept.entries)
}

@Test func `keys wrapped anew open with the new secret alone`() throws {
  let kept = try Kept()
  #expect(throws: VaultError.refused) { try kept.reveal(nil, with: kept.reopened(Kept.key(6))) }
  #expect(try kept.reopened(Kept.key(5, 6)).rewrap() == 1)
  #expect(try kept.reveal(nil, with: kept.reopened(Kept.key(6))) == kept.entries)
  #expect(throws: VaultError.refused) { try kept.reveal(nil, with: kept.reopened(Kept.key(5))) }
}

@Test func `no value is readable on the disk, and nobody else may look`() throws {
  let kept = try Kept()
  for part in VaultFolder.Part.allCases {
    let file = try bytes(kept.path(part))
    #expect(file.indices.allSatisfy { !file[$0...].starts(with: "Okonkwo".utf8) })
    #expect(try Descriptor(opening: Path(kept.path(part)), .read).status().mode == 0o600)
  }
  let folder = try Descriptor(opening: Path(kept.scratch.path + "/vault"), .read).status()
  #expect(folder.mode == 0o700)
}

private func bytes(_ path: String) throws -> [UInt8] {
  try Descriptor(opening: Path(path), .read).readToEnd(expecting: 512, limit: 1 << 20) ?? []
}

private func write(_ path: String, _ bytes: [UInt8]) throws {
  let file = try Descriptor(opening: Path(path), [.write, .create])
  try file.truncate(to: 0)
  try file.write(bytes)
}
