import FoundationEssentials

/// Paths as text: absolute, without `.`, `..` or doubled slashes. Links are not followed.
enum Paths {
  static func absolute(_ path: String, from base: String) -> String {
    let whole = path.hasPrefix("/") ? path : "\(base)/\(path)"
    var parts: [Substring] = []
    for part in whole.split(separator: "/") where part != "." {
      if part == ".." {
        _ = parts.popLast()
      } else {
        parts.append(part)
      }
    }
    return "/" + parts.joined(separator: "/")
  }

  static func parent(of path: String) -> String { absolute("..", from: path) }

  /// Whether a path leads to a file that this process may run.
  static func isProgram(_ path: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder
      && FileManager.default.isExecutableFile(atPath: path)
  }

  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }
}
