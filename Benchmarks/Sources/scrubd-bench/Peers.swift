import Foundation

/// Other systems that take identifiers out of texts, where they are installed (`make bench-peers`).
struct Peers {
  let python: String

  struct Measured {
    let name: String
    /// How much of the text was read: they are slow.
    let bytes: Int
    let cost: ChildCost
  }

  /// Each of them on the beginning of `file`, after it was loaded; nothing without a Python that has them.
  func measure(_ file: String) throws -> [Measured] {
    guard FileManager.default.isExecutableFile(atPath: python) else { return [] }
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = ["Tools/peers.py", file]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return output.split(separator: "\n").compactMap(Peers.measured)
  }

  /// A line `presidio<TAB>bytes<TAB>seconds`.
  private static func measured(_ line: Substring) -> Measured? {
    let parts = line.split(separator: "\t")
    guard parts.count == 3, let bytes = Int(parts[1]), let seconds = Double(parts[2]) else {
      return nil
    }
    return Measured(
      name: String(parts[0]), bytes: bytes, cost: ChildCost(seconds: seconds, elapsed: seconds))
  }
}
