import Documents
import FoundationEssentials

/// Finds the records that say where documents ended. It keeps only the documents it was asked for.
struct OutcomeSearch {
  let folder: AuditFolder

  /// The last outcome of each document that has one.
  func outcomes(of documents: Set<DocumentID>) throws(AuditError) -> [DocumentID: Outcome] {
    var found: [DocumentID: Outcome] = [:]
    try forEachOutcome(of: documents) { id, outcome, _ in found[id] = outcome }
    return found
  }

  /// The files that the last outcome of a document names; nil when that is no release, or the record cannot be read.
  func outputs(of document: DocumentID) throws(AuditError) -> [AuditOutput]? {
    var last: (outcome: Outcome, line: [UInt8])?
    try forEachOutcome(of: [document]) { last = ($1, Array($2)) }
    guard let last, last.outcome == .released,
      let record = try? JSONDecoder().decode(AuditRecord.self, from: Data(last.line))
    else { return nil }
    return record.outputs?.compactMap(AuditOutput.init)
  }

  /// Calls `body` with each record that ends one of these documents, oldest first, and its line.
  private func forEachOutcome(
    of documents: Set<DocumentID>, _ body: (DocumentID, Outcome, ArraySlice<UInt8>) -> Void
  ) throws(AuditError) {
    guard let oldest = documents.min() else { return }
    let day = AuditTime(microseconds: oldest.arrival.microseconds - OutcomeSearch.margin).day
    for segment in try folder.segments() where segment.day >= day {
      var lines = LineReader(try folder.open(segment))
      while let line = try lines.next() {
        guard line.isWhole, let (id, outcome) = OutcomeSearch.outcome(in: line.bytes),
          documents.contains(id)
        else { continue }
        body(id, outcome, line.bytes)
      }
    }
  }

  /// How far the clock may have been set back between a document's arrival and its end: two days, in microseconds.
  private static let margin: Int64 = 2 * 86_400_000_000

  private static func outcome(in line: ArraySlice<UInt8>) -> (DocumentID, Outcome)? {
    guard let record = RecordLine(line), let document = record.document,
      let outcome = Outcome(rawValue: String(decoding: record.type, as: UTF8.self)),
      let id = DocumentID(String(decoding: document, as: UTF8.self))
    else { return nil }
    return (id, outcome)
  }
}

extension AuditOutput {
  /// An output read back; nil when its digest is none.
  fileprivate init?(_ output: AuditRecord.Output) {
    guard let digest = AuditDigest(hex: Array(output.digest.text.utf8)) else { return nil }
    self.init(kind: output.kind, size: output.size, digest: digest)
  }
}

extension DocumentID {
  /// When the document arrived: the first ten characters, five bits each, are milliseconds since 1970.
  fileprivate var arrival: AuditTime {
    let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
    let milliseconds = text.utf8.prefix(10).reduce(Int64(0)) { sum, digit in
      sum << 5 | Int64(alphabet.firstIndex(of: digit) ?? 0)
    }
    return AuditTime(microseconds: milliseconds * 1000)
  }
}
