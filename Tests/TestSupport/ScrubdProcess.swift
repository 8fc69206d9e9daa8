internal import Foundation
internal import Glibc
internal import Syscalls

/// The built `scrubd`, running as a person or systemd would run it.
package final class ScrubdProcess: Sendable {
  /// How a run ended and what it wrote.
  package struct Result: Sendable {
    /// Nil when a signal ended it.
    package let exitCode: Int32?
    package let output: String
    package let errors: String
  }

  /// What the tests set for every run unless they say otherwise: arrivals settle at once, and a full disk of the machine
  /// that runs the tests stops nothing.
  package static let quick = [
    "SCRUBD_SETTLE_SECONDS": "0", "SCRUBD_RESCAN_SECONDS": "1", "SCRUBD_MINIMUM_FREE_BYTES": "0",
  ]

  private let process: Process
  private let folder: TemporaryDirectory

  /// Starts it. Its environment is `quick`, the patterns of the source tree, and what is given.
  ///
  /// - Parameter mostDescriptors: how many files it may have open at a time; the system's own limit by default.
  package init(
    _ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:],
    mostDescriptors: Int? = nil
  ) throws {
    folder = try TemporaryDirectory()
    try Data(input).write(to: URL(filePath: folder.path(of: "in")))
    for name in ["out", "err"] { try folder.write("", to: name) }
    process = Process()
    let binary = try ScrubdProcess.binaryPath()
    if let mostDescriptors {
      process.executableURL = URL(filePath: "/bin/sh")
      process.arguments =
        ["-c", "ulimit -n \(mostDescriptors); exec \"$0\" \"$@\"", binary] + arguments
    } else {
      process.executableURL = URL(filePath: binary)
      process.arguments = arguments
    }
    process.currentDirectoryURL = URL(filePath: folder.path)
    process.environment = ScrubdProcess.quick
      .merging(["SCRUBD_PATTERNS": SourceTree.patterns]) { $1 }
      .merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: URL(filePath: folder.path(of: "in")))
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: folder.path(of: "out")))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: folder.path(of: "err")))
    try process.run()
  }

  deinit { if process.isRunning { send(SIGKILL) } }

  /// What it has written to standard error so far; for a daemon this is the journal.
  package var errors: String { get throws { try folder.text(of: "err") ?? "" } }

  /// The names in the folder it runs in.
  package func files() throws -> [String] { try folder.names() }

  /// Whether it has not ended yet.
  package var isRunning: Bool { process.isRunning }

  /// Whether a signal has stopped it for the time being.
  package var isStopped: Bool {
    let status = try? String(
      contentsOfFile: "/proc/\(process.processIdentifier)/stat", encoding: .utf8)
    // The name before it stands in parentheses.
    let fields = status?.split(separator: ")").last?.split(separator: " ")
    return fields?.first == "T"
  }

  /// The most memory it has had so far, in bytes; nil once it has ended.
  package var peakMemory: Int? {
    let status = try? String(
      contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
    let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line?.split(separator: " ").dropLast().last.flatMap { Int($0) }.map { $0 << 10 }
  }

  /// Sends a signal to this process.
  package func send(_ signal: Int32) { _ = kill(process.processIdentifier, signal) }

  /// Waits until it has ended.
  package func end() async throws -> Result {
    try await poll("scrubd ends") { !self.process.isRunning }
    return Result(
      exitCode: process.terminationReason == .exit ? process.terminationStatus : nil,
      output: try folder.text(of: "out") ?? "", errors: try errors)
  }

  /// Runs a command to its end.
  package static func run(
    _ arguments: String..., input: String = "", environment: [String: String] = [:]
  ) async throws -> Result {
    try await ScrubdProcess(arguments, input: Array(input.utf8), environment: environment).end()
  }

  /// Where the product lies that is run.
  package static func binaryPath() throws -> String { try binary.get() }

  /// The product beside the test bundle that is running.
  private static let binary = Swift.Result<String, any Error> {
    let files = FileManager.default
    let running = try files.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let bundles = CommandLine.arguments.filter { $0.hasSuffix(".xctest") }
    let beside = ([running] + bundles).map {
      URL(filePath: $0).deletingLastPathComponent().appending(path: "scrubd").path
    }
    guard let binary = beside.first(where: files.isExecutableFile(atPath:)) else {
      throw NotBuilt(places: beside)
    }
    return binary
  }

  private struct NotBuilt: Error {
    var places: [String]
  }
}

/// Waits until something is so, looking again and again. Generous: what takes this long never comes.
package func poll(_ what: String, until isSo: () throws -> Bool) async throws {
  let end = ContinuousClock.now + .seconds(900)
  while try !isSo() {
    guard ContinuousClock.now < end else { throw NeverCame(what: what) }
    try await Task.sleep(for: .milliseconds(20))
  }
}

/// What a test waited for did not happen.
package struct NeverCame: Error {
  package var what: String
}
