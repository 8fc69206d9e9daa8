import FoundationEssentials
import TestSupport

/// Faults of the machine for a daemon that runs: system calls that fail while a rule is in force.
///
/// A library is preloaded into the daemon; see `FaultShim.h` for the rules.
struct FaultRules {
  private let folder: TemporaryDirectory
  private let library: String

  /// - Throws: when the library was not built beside the tests.
  init() throws {
    folder = try TemporaryDirectory()
    let path = URL(filePath: try ScrubdProcess.binaryPath()).deletingLastPathComponent()
      .appending(path: "libFaultShim.so").path
    guard FileManager.default.fileExists(atPath: path) else { throw NotBuilt(path: path) }
    library = path
  }

  /// What a daemon has to be started with.
  var environment: [String: String] {
    ["LD_PRELOAD": library, "SCRUBD_FAULTS": folder.path(of: "rules")]
  }

  /// Puts rules in force, in one step.
  func begin(_ rules: [String]) throws {
    try folder.write(rules.joined(separator: "\n") + "\n", to: "next")
    try FileManager.default.moveItem(
      atPath: folder.path(of: "next"), toPath: folder.path(of: "rules"))
  }

  /// Ends the fault.
  func end() throws { try FileManager.default.removeItem(atPath: folder.path(of: "rules")) }

  private struct NotBuilt: Error {
    var path: String
  }
}
