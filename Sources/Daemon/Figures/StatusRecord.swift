package import FoundationEssentials
package import Syscalls

/// What a running daemon tells of itself, in a file under the root that only its own user can read. `scrubd status` reads
/// it. It holds counts, codes and errors of the machine.
package struct StatusRecord: Sendable, Hashable, Codable {
  package static let fileName = ".status.json"

  package var version: String
  package var process: Int32
  package var started: Date
  package var profile: String
  package var profileVersion: Int
  package var patterns: Int
  package var jit: Bool
  package var seal: String
  package var workers: Int
  package var busy: Int
  package var released: Int
  package var held: Int
  package var quarantined: Int
  package var lastProblem: ProblemBoard.Problem?

  /// The record a daemon left under a root; nil when there is none, or none that can be read.
  package static func read(root: String) throws(SystemError) -> StatusRecord? {
    let folder = try Folder(opening: Path(root), followingLink: true)
    guard try folder.status(of: Path(fileName)) != nil else { return nil }
    let file = try folder.open(Path(fileName), [.read, .noFollow, .nonBlocking])
    guard let json = try file.readToEnd(expecting: 1024, limit: 1 << 16) else { return nil }
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    return try? decoder.decode(StatusRecord.self, from: Data(json))
  }

  func write(root: String) throws(SystemError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .iso8601
    guard let json = try? encoder.encode(self) else { return }
    let folder = try Folder(opening: Path(root), followingLink: true)
    try WholeFile.write(
      Array(json) + [0x0a], to: Path(StatusRecord.fileName), in: folder, mode: 0o600)
  }
}
