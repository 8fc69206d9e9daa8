import ArgumentParser
import Settings

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Checks whether scrubd can work here, and says what to mend.",
    discussion: """
      EXAMPLE
        scrubd doctor --root /var/lib/scrubd
      """)

  @Option(
    help: ArgumentHelp("The folder that holds inbox, outbox and the others.", valueName: "dir"))
  var root: String?
  @OptionGroup var policy: PolicyOptions

  func run() throws {
    var overrides = policy.overrides
    overrides[.root] = root
    let settings = try Settings.load(overrides)
    var isWell = true
    for check in Checkup.all {
      let result = check.run(settings)
      isWell = isWell && result.state != .failed
      Console.out("\(result.state.mark)  \(check.name): \(result.finding)")
    }
    if !isWell { throw ExitCode.failure }
  }
}
