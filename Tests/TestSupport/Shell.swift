internal import Foundation

/// What people and other programs do beside scrubd.
package enum Shell {
  /// Runs a script in a folder, to its end.
  ///
  /// - Returns: its exit code.
  package static func run(_ script: String, in folder: String) async throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-ec", script]
    process.currentDirectoryURL = URL(filePath: folder)
    try process.run()
    try await poll("the script ends") { !process.isRunning }
    return process.terminationStatus
  }
}
