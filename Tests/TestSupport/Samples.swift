package import FoundationEssentials

/// Where the package's own files lie, found from this file.
package enum SourceTree {
  package static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .resolvingSymlinksInPath().path

  /// The patterns that are tested: the tree's own, or those a hospital names in `SCRUBD_PATTERNS` to try them on the suite.
  package static let patterns: String = {
    let named = ProcessInfo.processInfo.environment["SCRUBD_PATTERNS"] ?? ""
    return named.isEmpty ? "\(root)/patterns" : named
  }()

  /// The texts of all files in a folder of the tree and those below it.
  package static func texts(in folder: String, suffix: String) throws -> [String] {
    let path = "\(root)/\(folder)"
    return try FileManager.default.subpathsOfDirectory(atPath: path)
      .filter { $0.hasSuffix(suffix) }.sorted()
      .map { String(decoding: try Data(contentsOf: URL(filePath: "\(path)/\($0)")), as: UTF8.self) }
  }
}

/// The sample documents of `samples/inbox` and what must become of each, `samples/expected`.
package struct Sample: Sendable, Hashable, CustomStringConvertible {
  /// Its file name in the inbox.
  package let name: String
  package let bytes: [UInt8]

  package var description: String { name }

  /// All of them, by name.
  package static func all() throws -> [Sample] {
    let folder = "\(SourceTree.root)/samples/inbox"
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map { name in
      Sample(name: name, bytes: [UInt8](try Data(contentsOf: URL(filePath: "\(folder)/\(name)"))))
    }
  }

  /// The file that tells what must come of it under a profile, in `samples/expected/<profile>`.
  ///
  /// - Parameter suffix: `.reason.txt` for a document that must be refused.
  package func expectedFile(under profile: String, suffix: String = "") -> URL {
    URL(filePath: "\(SourceTree.root)/samples/expected/\(profile)/\(name)\(suffix)")
  }
}
