import ArgumentParser
import Settings
import Syscalls

struct StatusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Shows whether the daemon runs, what waits, and what needs a person.",
    discussion: """
      It looks at the folders itself and needs the right to enter them: run it as root or as the service's user. The exit \
      code is 0 whatever it finds.

      EXAMPLE
        scrubd status --root /var/lib/scrubd
        scrubd status --watch
      """)

  @Option(
    help: ArgumentHelp("The folder that holds inbox, outbox and the others.", valueName: "dir"))
  var root: String?
  @Option(help: ArgumentHelp("The configuration file.", valueName: "file"))
  var config: String?
  @Flag(help: "One JSON object; with --watch one a line.") var json = false
  @Flag(help: "Again every two seconds, until interrupted.") var watch = false

  func run() async throws {
    var overrides = SettingsOverrides(configurationFile: config)
    overrides[.root] = root
    let settings = try Settings.load(overrides)
    repeat {
      let status = try SpoolStatus(settings)
      // A terminal is cleared, so that the new table stands where the old one stood.
      if watch, !json, StandardStream.output.isTerminal {
        Console.out(bytes: Array("\u{1b}[H\u{1b}[2J".utf8))
      }
      Console.out(json ? status.json : status.text)
      if watch { try await Task.sleep(for: .seconds(2)) }
    } while watch
  }
}
