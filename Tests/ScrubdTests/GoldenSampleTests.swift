import FoundationEssentials
import TestSupport
import Testing

/// What becomes of the samples, byte for byte. `SCRUBD_UPDATE_GOLDEN=1 swift test --filter GoldenSampleTests` writes the
/// files of `samples/expected` anew; read what changed before you keep it.
@Suite struct GoldenSampleTests {
  private static let isUpdating = ProcessInfo.processInfo.environment["SCRUBD_UPDATE_GOLDEN"] == "1"

  @Test func `every sample becomes what is expected of it`() async throws {
    let root = try await SampleRun.root()
    for sample in try Sample.all() {
      let receipt = try await SampleRun.receipt(of: sample)
      switch receipt.outcome {
      case "released":
        let name = try #require(receipt.files.first { !$0.hasSuffix(".report.md") })
        try compare(try root.bytes(of: "outbox/\(name)"), sample.expectedFile())
      case "quarantined":
        let note = try root.text(of: "quarantine/\(receipt.document)/reason.txt")
          .replacing(receipt.document, with: "<id>")
        try compare(Array(note.utf8), sample.expectedFile(suffix: ".reason.txt"))
      default:
        Issue.record("\(sample) was \(receipt.outcome): \(receipt.reason)")
      }
    }
  }

  @Test func `nothing is expected of what is no sample`() throws {
    let expected = "\(SourceTree.root)/samples/expected"
    let names = try FileManager.default.contentsOfDirectory(atPath: expected)
    let samples = Set(try Sample.all().flatMap { [$0.name, "\($0.name).reason.txt"] })
    #expect(Set(names).subtracting(samples) == [])
  }

  private func compare(_ bytes: [UInt8], _ file: URL) throws {
    if GoldenSampleTests.isUpdating { return try Data(bytes).write(to: file) }
    guard let expected = FileManager.default.contents(atPath: file.path) else {
      Issue.record("\(file.lastPathComponent) is missing; SCRUBD_UPDATE_GOLDEN=1 writes it")
      return
    }
    #expect(
      String(decoding: bytes, as: UTF8.self) == String(decoding: expected, as: UTF8.self))
    #expect(bytes == Array(expected))
  }
}
