import ArgumentParser

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
      RunCommand.self, RedactCommand.self, DetectCommand.self, EvaluateCommand.self,
      PatternsCommand.self, AuditCommand.self, DoctorCommand.self, LexiconCommand.self,
    ])
}
