import ArgumentParser
import Audit
import Patterns
import Settings

struct AuditReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract:
      "Counts what happened in a period, zeros included, and says whether the log is intact.",
    discussion: """
      EXAMPLE
        scrubd audit report --since 2026-01-01 --until 2026-04-01
        scrubd audit report --since 2026-01-01 --html report.html
      """)

  @OptionGroup var place: AuditPlace
  @OptionGroup var period: AuditPeriod
  @OptionGroup var trust: AuditTrust
  @Option(
    help: ArgumentHelp("Write one HTML file with plots instead of text.", valueName: "file"))
  var html: String?

  func run() throws {
    let settings = try place.settings()
    let folder = try AuditPlace.folder(settings)
    let (since, until) = try period.moments()
    var tally = AuditTally(rules: AuditReportCommand.rules(settings))
    let reader = try AuditReader(folder: folder)
    let unreadable = try reader.forEach(AuditFilter(since: since, until: until)) { record in
      tally.add(record)
      return true
    }
    let report = AuditReport(
      tally: tally, verification: try trust.verify(folder: folder), since: since, until: until,
      made: .now(), unreadable: unreadable)
    if let html {
      try Files.write(Array(report.html.utf8), to: html)
    } else {
      Console.out(bytes: Array(report.text.utf8))
    }
    if !report.verification.isIntact {
      throw Failure("the log is not intact; run `scrubd audit verify`")
    }
  }

  /// All rules of the installed patterns, so that those that found nothing are told; none where no patterns are at hand,
  /// as on an auditor's machine.
  private static func rules(_ settings: Settings) -> [AuditCode] {
    guard let files = try? PatternFiles(settings),
      let packs = try? files.parsedPacks(useJIT: false)
    else { return [] }
    return packs.patterns.compactMap { AuditCode($0.id) }
  }
}
