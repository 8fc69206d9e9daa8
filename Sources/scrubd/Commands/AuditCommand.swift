import ArgumentParser
import Audit
import Settings
import Spool
import Syscalls

struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "Shows, verifies, reports and exports the audit trail.",
    subcommands: [
      AuditShow.self, AuditVerify.self, AuditReportCommand.self, AuditExportCommand.self,
      AuditPrune.self,
    ])
}

/// Where the log lies.
struct AuditPlace: ParsableArguments {
  @Option(
    help: ArgumentHelp("The folder that holds inbox, outbox and the others.", valueName: "dir"))
  var root: String?

  @Option(help: ArgumentHelp("The configuration file.", valueName: "file"))
  var config: String?

  func settings() throws -> Settings {
    var overrides = SettingsOverrides(configurationFile: config)
    overrides[.root] = root
    return try Settings.load(overrides)
  }

  func folder() throws -> String { try AuditPlace.folder(try settings()) }

  static func folder(_ settings: Settings) throws -> String {
    let folder = "\(settings.root)/\(SpoolFolder.audit.rawValue)"
    guard Files.isFolder(folder) else {
      throw Failure("there is no audit log at \(folder); name the daemon's root with --root")
    }
    return folder
  }
}

/// Which stretch of the log.
struct AuditPeriod: ParsableArguments {
  @Option(help: "From this day or moment on (UTC), 2026-01-31 or 2026-01-31T12:00:00.000000Z.")
  var since: String?
  @Option(help: "Before this day or moment (UTC).") var until: String?

  func moments() throws -> (since: AuditTime?, until: AuditTime?) {
    (try AuditPeriod.moment(since, "--since"), try AuditPeriod.moment(until, "--until"))
  }

  private static func moment(_ text: String?, _ option: String) throws -> AuditTime? {
    guard let text else { return nil }
    if let time = AuditTime(text) ?? AuditTime(day: text) { return time }
    throw ValidationError("\(option) needs a day such as 2026-01-31, in UTC")
  }
}

extension AuditPerson {
  /// Whoever runs this command.
  static var ofThisProcess: AuditPerson {
    let account = Account.ofThisProcess()
    return AuditPerson(uid: account.uid, name: account.name)
  }
}
