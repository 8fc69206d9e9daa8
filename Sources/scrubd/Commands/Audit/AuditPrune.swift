import ArgumentParser
import Audit
import Settings

struct AuditPrune: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prune",
    abstract: "Removes records that have been kept for six years, and leaves a signed tombstone.",
    discussion: """
      45 CFR 164.316(b)(2)(i) has records kept for six years. Whole days are removed, the log still verifies, and the \
      removal is on record with who did it. It may be done while the service runs.

      EXAMPLE
        scrubd audit prune
        scrubd audit prune --years 10
      """)

  @OptionGroup var place: AuditPlace
  @Option(help: "Keep records for so many years, six or more.") var years = AuditRetention.years
  @Option(help: ArgumentHelp("Only records before this day (UTC).", valueName: "day"))
  var before: String?

  func validate() throws {
    guard years >= AuditRetention.years else {
      throw ValidationError("--years: records are kept for at least \(AuditRetention.years) years")
    }
    if let before, AuditTime(day: before) == nil {
      throw ValidationError("--before needs a day such as 2020-01-31, in UTC")
    }
  }

  func run() throws {
    let settings = try place.settings()
    let folder = try AuditPlace.folder(settings)
    let log = try AuditLog(folder: folder, key: try AuditKey.load(settings.keyFile))
    let removed = try log.prune(before: before, years: years, by: .ofThisProcess)
    try log.close()
    Console.out(removed == 0 ? "nothing is old enough" : "\(removed) segments removed")
  }
}
