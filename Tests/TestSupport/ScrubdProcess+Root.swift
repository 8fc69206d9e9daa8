internal import FoundationEssentials

/// A root folder of its own for a daemon that runs as a process.
package final class ScrubdRoot: Sendable {
  /// What a receipt says of a document.
  package struct Receipt: Sendable, Hashable, Decodable {
    package struct Name: Sendable, Hashable, Decodable {
      package let text: String?
    }
    package let document: String
    /// The name it had in the inbox.
    package let name: Name
    package let outcome: String
    package let reason: String
    /// For a released document their names in the outbox, else in its folder.
    package let files: [String]
  }

  package let directory: TemporaryDirectory
  package var path: String { directory.path }

  /// - Parameter folder: what it is made in; memory by default.
  package init(in folder: String? = nil) throws {
    directory = try folder.map(TemporaryDirectory.init(in:)) ?? TemporaryDirectory(inMemory: true)
    try directory.makeFolder("inbox")
  }

  /// Puts a file into the inbox in one step, as a rename does.
  package func drop(_ bytes: [UInt8], named name: String) throws {
    try Data(bytes).write(to: URL(filePath: directory.path(of: name)))
    try FileManager.default.moveItem(
      atPath: directory.path(of: name), toPath: directory.path(of: "inbox/\(name)"))
  }

  package func drop(_ text: String, named name: String) throws {
    try drop(Array(text.utf8), named: name)
  }

  /// Starts the daemon and waits until it watches the inbox.
  package func start(_ environment: [String: String] = [:]) async throws -> ScrubdProcess {
    let daemon = try ScrubdProcess(["run", "--root", path], environment: environment)
    try await poll("the daemon watches the inbox") {
      let journal = try daemon.errors
      guard daemon.isRunning else { throw DidNotStart(journal: journal) }
      return journal.contains("watching the inbox")
    }
    return daemon
  }

  /// Runs it on what is in the inbox, to its end.
  package func runOnce(
    _ arguments: [String] = [], _ environment: [String: String] = [:]
  ) async throws -> ScrubdProcess.Result {
    try await ScrubdProcess(
      ["run", "--root", path, "--once"] + arguments, environment: environment
    ).end()
  }

  /// Waits until so many documents have ended.
  package func waitForReceipts(_ count: Int) async throws {
    try await poll("\(count) documents have ended") {
      try self.names(in: "receipts").count >= count
    }
  }

  /// All receipts, in the order in which the documents arrived.
  package func receipts() throws -> [Receipt] {
    try names(in: "receipts").map { name in
      try JSONDecoder().decode(Receipt.self, from: Data(try bytes(of: "receipts/\(name)")))
    }
  }

  /// The names in one of its folders, in byte order; none when there is no such folder.
  package func names(in folder: String) throws -> [String] {
    guard FileManager.default.fileExists(atPath: directory.path(of: folder)) else { return [] }
    return try directory.names(in: folder)
  }

  package func bytes(of file: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: directory.path(of: file))))
  }

  package func text(of file: String) throws -> String {
    String(decoding: try bytes(of: file), as: UTF8.self)
  }

  /// The lines of the audit log, oldest first.
  package func auditLines() throws -> [String] {
    try names(in: "audit").filter { $0.hasSuffix(".jsonl") }.flatMap {
      try text(of: "audit/\($0)").split(separator: "\n").map(String.init)
    }
  }

  private struct DidNotStart: Error {
    var journal: String
  }
}
