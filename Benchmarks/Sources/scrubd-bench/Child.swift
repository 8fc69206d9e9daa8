import CCounters
import Foundation

/// What running another program cost.
struct ChildCost {
  /// Of the processor.
  var seconds: Double
  /// From start to end, as a clock tells it.
  var elapsed: Double
}

/// Runs other programs to the end.
enum Child {
  /// - Throws: when it cannot be started, or its exit code is not among `accepted`.
  @discardableResult
  static func run(_ program: String, _ arguments: [String], accepted: Set<Int32> = [0]) throws
    -> ChildCost
  {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let before = counters_children_cpu_seconds()
    let start = ContinuousClock.now
    try process.run()
    process.waitUntilExit()
    let elapsed = ContinuousClock.now - start
    guard accepted.contains(process.terminationStatus) else {
      throw BenchFailure("\(program) ended with \(process.terminationStatus)")
    }
    return ChildCost(
      seconds: counters_children_cpu_seconds() - before,
      elapsed: Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18)
  }

  /// The program of this name on the path; nil when there is none.
  static func find(_ name: String) -> String? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
