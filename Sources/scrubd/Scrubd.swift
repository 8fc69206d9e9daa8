import ArgumentParser
import Syscalls

@main
struct Scrubd: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scrubd",
    abstract: "Takes identifiers out of clinical text, and keeps an audit trail that holds none.",
    discussion: """
      EXAMPLE
        scrubd redact "case final.txt" -o scrubbed.txt
        scrubd run --root /srv/scrubd

      Exit codes: 0 done, 1 failed or something was found, 64 wrong use.
      """,
    version: Version.current,
    subcommands: [
      RunCommand.self, RedactCommand.self, DetectCommand.self, ReviewCommand.self,
      EvaluateCommand.self, PatternsCommand.self, ProfilesCommand.self, AuditCommand.self,
      KeysCommand.self, StatusCommand.self, ConfigCommand.self, DoctorCommand.self,
      LexiconCommand.self,
    ])

  /// Every command reads texts with identifiers: what it writes is for its user alone, and a crash leaves nothing behind.
  static func main() async {
    ProcessLimits.setUmask(0o077)
    do { try ProcessLimits.forbidCoreDumps() } catch {
      Console.error("warning: core dumps: \(error)")
    }
    await main(nil)
  }
}
