import Documents
import FoundationEssentials
import Pipeline
import Redaction
import Spool
import TestSupport
import Testing

@testable import scrubd

/// What becomes of the samples under each profile, byte for byte. `SCRUBD_UPDATE_GOLDEN=1 swift test --filter GoldenSampleTests`
/// writes the files of `samples/expected` anew; read what changed before you keep it.
@Suite struct GoldenSampleTests {
  private static let isUpdating = ProcessInfo.processInfo.environment["SCRUBD_UPDATE_GOLDEN"] == "1"

  /// Why each sample is held or not, a line each.
  private static let outcomes = "outcomes.tsv"

  private static let profiles: [String] = {
    guard let policy = try? RealPolicy.publication() else { return [] }
    return policy.profiles.keys.sorted()
  }()

  @Test func `there is something to be expected of every profile`() {
    #expect(Set(GoldenSampleTests.profiles).isSuperset(of: ["publication", "safe-harbor"]))
  }

  @Test(arguments: profiles)
  func `every sample becomes what is expected of it`(_ profile: String) throws {
    var outcomes: [String] = []
    for sample in try Sample.all() {
      let verdict = try SampleVerdict.of(sample, under: profile)
      let codes = verdict.reasons.map(\.code).joined(separator: " ")
      outcomes.append("\(sample)\t\(verdict.outcome.rawValue)\t\(codes)")
      if let scrubbed = verdict.scrubbed, let document = verdict.document {
        let text = try #require(document.assembled([scrubbed.redacted.text]))
        let bytes = try #require(document.encoding.encode(text))
        try compare(bytes, sample.expectedFile(under: profile))
      } else {
        let note = verdict.reasons.map(\.explanation).joined(separator: "\n") + "\n"
        try compare(
          Array(note.utf8), sample.expectedFile(under: profile, suffix: ".reason.txt"))
      }
    }
    let file = "\(SourceTree.root)/samples/expected/\(profile)/\(GoldenSampleTests.outcomes)"
    try compare(
      Array((outcomes.joined(separator: "\n") + "\n").utf8), URL(filePath: file))
  }

  @Test func `the service does the same as what is expected`() async throws {
    let root = try await SampleRun.root()
    for sample in try Sample.all() {
      let receipt = try await SampleRun.receipt(of: sample)
      let verdict = try SampleVerdict.of(sample, under: "publication")
      #expect(receipt.outcome == verdict.outcome.rawValue, "\(sample)")
      guard verdict.scrubbed != nil else { continue }
      let name = try #require(receipt.files.first { !StagedFile.isReport($0) })
      let folder = receipt.outcome == "released" ? "outbox" : "hold/\(receipt.document)"
      let expected = FileManager.default.contents(
        atPath: sample.expectedFile(under: "publication").path)
      #expect(try root.bytes(of: "\(folder)/\(name)") == expected.map { Array($0) }, "\(sample)")
    }
  }

  @Test(arguments: profiles)
  func `nothing is expected of what is no sample`(_ profile: String) throws {
    let expected = "\(SourceTree.root)/samples/expected/\(profile)"
    let names = try FileManager.default.contentsOfDirectory(atPath: expected)
    let samples = Set(try Sample.all().flatMap { [$0.name, "\($0.name).reason.txt"] })
    #expect(Set(names).subtracting(samples) == [GoldenSampleTests.outcomes])
  }

  private func compare(_ bytes: [UInt8], _ file: URL) throws {
    if GoldenSampleTests.isUpdating {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      return try Data(bytes).write(to: file)
    }
    guard let expected = FileManager.default.contents(atPath: file.path) else {
      Issue.record("\(file.lastPathComponent) is missing; SCRUBD_UPDATE_GOLDEN=1 writes it")
      return
    }
    #expect(
      String(decoding: bytes, as: UTF8.self) == String(decoding: expected, as: UTF8.self))
    #expect(bytes == Array(expected))
  }
}
