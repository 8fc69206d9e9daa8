import ArgumentParser
import Audit

struct AuditExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes the records for another system, one a line.",
    discussion: """
      fhir: FHIR R4 AuditEvent resources as ndjson. ocsf: events of the Open Cybersecurity Schema Framework 1.4.0. \
      csv: a table with one line for each finding.

      EXAMPLE
        scrubd audit export --format fhir --since 2026-01-01 > events.ndjson
      """)

  @OptionGroup var place: AuditPlace
  @OptionGroup var period: AuditPeriod
  @Option(help: "fhir, ocsf or csv.") var format: AuditExport

  func run() throws {
    let (since, until) = try period.moments()
    let reader = try AuditReader(folder: try place.folder())
    if let header = format.header { Console.out(bytes: header + [UInt8(ascii: "\n")]) }
    let unreadable = try reader.forEach(AuditFilter(since: since, until: until)) { record in
      for line in format.lines(for: record) { Console.out(bytes: line + [UInt8(ascii: "\n")]) }
      return true
    }
    if unreadable > 0 {
      throw Failure("\(unreadable) lines are no records; run `scrubd audit verify`")
    }
  }
}

extension AuditExport: ExpressibleByArgument {}
