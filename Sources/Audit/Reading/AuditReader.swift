import FoundationEssentials

/// Reads the records of a log one after the other, while a daemon may be writing it. It does not verify: see
/// `AuditVerifier`.
package struct AuditReader {
  private let folder: AuditFolder

  package init(folder: String) throws(AuditError) { self.folder = try AuditFolder(folder) }

  /// Calls `body` with each record that the filter lets through, oldest first, until it returns false.
  ///
  /// - Returns: how many lines could not be read as records.
  @discardableResult
  package func forEach(
    _ filter: AuditFilter = AuditFilter(), _ body: (AuditRecord) -> Bool
  ) throws(AuditError) -> Int {
    let decoder = JSONDecoder()
    var unreadable = 0
    let log = try LogSnapshot(folder)
    for segment in log.segments() where filter.mayMatch(segment) {
      var lines = try log.lines(of: segment)
      while let line = try lines.next() {
        guard let record = try? decoder.decode(AuditRecord.self, from: Data(line.bytes)) else {
          unreadable += 1
          continue
        }
        if let shown = filter.apply(to: record), !body(shown) { return unreadable }
      }
    }
    return unreadable
  }
}
