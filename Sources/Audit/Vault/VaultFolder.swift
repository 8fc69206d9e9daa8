import Documents
import Syscalls

/// The folder `vault/`: sealed values in `values/`, the key of each document in `keys/`. Both are for the service alone.
/// Keys and values lie apart so that a backup can leave the keys out: what is shredded must not come back from one.
struct VaultFolder {
  private let path: String

  init(_ path: String) { self.path = path }

  enum Part: String, CaseIterable {
    case values, keys
  }

  /// Makes the folders that are not there.
  func make() throws(VaultError) {
    for folder in [path] + Part.allCases.map(folder) {
      try naming { () throws(SystemError) in
        do throws(SystemError) { try Folder.make(Path(folder), mode: 0o700) } catch {
          guard error.isTaken else { throw error }
        }
      }
    }
  }

  /// The bytes of a document's file; nil when there is none.
  func read(_ part: Part, _ document: DocumentID) throws(VaultError) -> [UInt8]? {
    try naming { () throws(SystemError) in
      do throws(SystemError) {
        let file = try Folder(opening: Path(folder(part))).open(
          Path(document.text), [.read, .noFollow])
        return try file.readToEnd(expecting: 4096, limit: 1 << 30) ?? []
      } catch {
        guard error.isMissing else { throw error }
        return nil
      }
    }
  }

  /// Writes a document's file, durably and as a whole, in the place of any there is.
  func write(_ part: Part, _ document: DocumentID, _ bytes: [UInt8]) throws(VaultError) {
    try naming { () throws(SystemError) in
      let folder = try Folder(opening: Path(folder(part)))
      let draft = Path(".\(document.text).new")
      let file = try folder.open(draft, [.write, .create], mode: 0o600)
      try Ownership.match(file, to: folder)
      try file.truncate(to: 0)
      try file.write(bytes)
      try file.sync()
      try folder.replace(Path(document.text), with: draft)
      try folder.sync()
    }
  }

  /// Overwrites a document's file and removes it, durably; nothing happens when there is none.
  func destroy(_ part: Part, _ document: DocumentID) throws(VaultError) {
    try naming { () throws(SystemError) in
      let folder = try Folder(opening: Path(folder(part)))
      do throws(SystemError) {
        let file = try folder.open(Path(document.text), [.write, .noFollow])
        try file.write([UInt8](repeating: 0, count: try file.status().size))
        try file.sync()
        try folder.remove(Path(document.text))
      } catch {
        guard error.isMissing else { throw error }
      }
      try folder.sync()
    }
  }

  /// All documents that have a file in this part.
  func documents(_ part: Part) throws(VaultError) -> [DocumentID] {
    let names = try naming { () throws(SystemError) in
      try Folder(opening: Path(folder(part))).names()
    }
    return names.compactMap { DocumentID(String(decoding: $0.bytes, as: UTF8.self)) }.sorted()
  }

  private func folder(_ part: Part) -> String { "\(path)/\(part.rawValue)" }

  private func naming<Result>(
    _ body: () throws(SystemError) -> Result
  ) throws(VaultError) -> Result {
    do throws(SystemError) { return try body() } catch {
      throw .system(error, file: "the vault")
    }
  }
}
