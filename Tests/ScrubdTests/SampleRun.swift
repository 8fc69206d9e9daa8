import Glibc
import TestSupport
import Testing

/// One run of the real daemon over all samples, shared by the tests that read what came of it.
enum SampleRun {
  private static let run = Task { () throws -> ScrubdRoot in
    let root = try ScrubdRoot()
    let samples = try Sample.all()
    for sample in samples { try root.drop(sample.bytes, named: sample.name) }
    let daemon = try await root.start()
    try await root.waitForReceipts(samples.count)
    daemon.send(SIGTERM)
    let end = try await daemon.end()
    try #require(end.exitCode == 0, "\(end.errors)")
    return root
  }

  static func root() async throws -> ScrubdRoot { try await run.value }

  static func receipt(of sample: Sample) async throws -> ScrubdRoot.Receipt {
    try #require(try await root().receipts().first { $0.name.text == sample.name })
  }
}
