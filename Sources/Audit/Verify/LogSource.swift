/// Where a verifier reads a log: the audit folder, or bytes at hand.
protocol LogSource {
  /// In the order they were written.
  func segments() throws(AuditError) -> [SegmentName]
  /// The bytes of a small file; nil when there is none.
  func read(_ name: String) throws(AuditError) -> [UInt8]?
  func lines(of segment: SegmentName) throws(AuditError) -> LineReader
}
