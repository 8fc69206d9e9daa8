/// How a log is handed to another system.
package enum AuditExport: String, Sendable, CaseIterable {
  /// FHIR R4 (4.0.1) AuditEvent resources, one a line (`application/fhir+ndjson`).
  case fhir
  /// OCSF 1.4.0 events, one a line.
  case ocsf
  /// One line for each record, or for each finding, catch and reference of one.
  case csv

  /// The line before all others; nil when there is none.
  package var header: [UInt8]? { self == .csv ? CSVExport.header : nil }

  /// The lines of a record, without line feeds; none for those the log writes of its own accord.
  package func lines(for record: AuditRecord) -> [[UInt8]] {
    guard !record.isBookkeeping else { return [] }
    return switch self {
    case .fhir: [FHIRExport.event(record).bytes]
    case .ocsf: [OCSFExport.event(record).bytes]
    case .csv: CSVExport.lines(record)
    }
  }
}
