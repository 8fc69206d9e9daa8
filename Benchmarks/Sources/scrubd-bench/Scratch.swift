import Foundation

/// A folder for the files of one measurement, removed behind it.
struct Scratch {
  let path: String

  /// - Parameter parent: where it is made; the spool is measured on a real disk, not in memory.
  init(in parent: String = FileManager.default.temporaryDirectory.path) throws {
    path = "\(parent)/scrubd-bench-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  func write(_ bytes: [UInt8], _ name: String) throws -> String {
    try Data(bytes).write(to: URL(filePath: "\(path)/\(name)"))
    return "\(path)/\(name)"
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }
}
