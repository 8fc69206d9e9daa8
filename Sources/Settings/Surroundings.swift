import FoundationEssentials

/// What the process was born with. The only place that reads the environment.
package struct Surroundings: Sendable {
  package let environment: [String: String]
  /// The absolute path of the running executable.
  package let executable: String
  package let workingDirectory: String
  package let cores: Int

  package init(
    environment: [String: String], executable: String, workingDirectory: String, cores: Int
  ) {
    self.environment = environment
    self.executable = executable
    self.workingDirectory = workingDirectory
    self.cores = cores
  }

  /// Those of this process.
  package static func ofThisProcess() -> Surroundings {
    let files = FileManager.default
    let executable =
      (try? files.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments.first ?? "scrubd"
    return Surroundings(
      environment: ProcessInfo.processInfo.environment, executable: executable,
      workingDirectory: files.currentDirectoryPath,
      cores: ProcessInfo.processInfo.activeProcessorCount)
  }

  /// The value of a variable that is set and not empty.
  func value(_ name: String) -> String? {
    environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The first folder of a variable in which systemd lists folders.
  func directory(_ name: String) -> String? {
    value(name)?.split(separator: ":").first.map(String.init)
  }
}

extension Surroundings {
  /// What standard error leads to, when that is the journal (`JOURNAL_STREAM`, systemd.exec(5)).
  package static var journalStream: String? { ofThisProcess().value("JOURNAL_STREAM") }
}
