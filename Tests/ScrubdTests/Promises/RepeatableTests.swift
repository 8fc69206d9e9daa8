import TestSupport
import Testing

/// Promise 7: the same documents give the same bytes, whatever the workers and the order of arrival.
@Suite struct RepeatableTests {
  @Test func `one worker and four, in another order, write the same bytes`() async throws {
    let notes = PlantedNote.notes(12, seed: 9).map { ($0.fileName, Array($0.text.utf8)) }
    let documents = try notes + Sample.all().map { ($0.name, $0.bytes) }
    let one = try await outbox(of: documents, workers: 1)
    let four = try await outbox(of: documents.reversed(), workers: 4)
    #expect(one.count == documents.count)
    #expect(one == four)
  }

  /// The files that came of each document, names and contents, with the id taken out.
  private func outbox(
    of documents: [(String, [UInt8])], workers: Int
  ) async throws -> [String: [String]] {
    let root = try ScrubdRoot()
    for (name, bytes) in documents { try root.drop(bytes, named: name) }
    let run = try await root.runOnce([], ["SCRUBD_WORKERS": "\(workers)"])
    #expect(run.exitCode == 0, "\(run.errors)")
    var files: [String: [String]] = [:]
    for receipt in try root.receipts() {
      let short = String(receipt.document.suffix(8))
      let folder =
        switch receipt.outcome {
        case "released": "outbox"
        case "held": "hold/\(receipt.document)"
        default: "quarantine/\(receipt.document)"
        }
      files[receipt.name.text ?? ""] = try receipt.files.map { file in
        "\(file)\n\(try root.text(of: "\(folder)/\(file)"))"
          .replacing(receipt.document, with: "<id>").replacing(short, with: "<id>")
      }
    }
    return files
  }
}
