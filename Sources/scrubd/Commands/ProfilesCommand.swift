import ArgumentParser
import Patterns
import Redaction
import Settings

struct ProfilesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profiles", abstract: "Shows the policies: what each takes out, and what stays.",
    subcommands: [List.self, Show.self])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists all profiles.",
      discussion: """
        EXAMPLE
          scrubd profiles list
          scrubd profiles list --json
        """)

    @Flag(help: "One JSON object a line.") var json = false
    @OptionGroup var policy: PolicyOptions

    func run() throws {
      let profiles = try PatternFiles(try Settings.load(policy.overrides)).parsedProfiles()
      var table = TextTable(["profile", "version", "says"])
      for (name, profile) in profiles.sorted(by: { $0.key < $1.key }) {
        if json { Console.out(try JSONLine.of(ProfileTelling(profile))) }
        table.add([name, String(profile.version), profile.summary])
      }
      if !json { Console.out(table.text) }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract:
        "Shows one profile: for each of the 18 items what goes, by which operator, and what stays.",
      discussion: """
        EXAMPLE
          scrubd profiles show safe-harbor
          scrubd profiles show publication --json
        """)

    @Argument(help: "The profile's name.") var name: String
    @Flag(help: "One JSON object.") var json = false
    @OptionGroup var policy: PolicyOptions

    func run() throws {
      let profiles = try PatternFiles(try Settings.load(policy.overrides)).parsedProfiles()
      guard let profile = profiles[name] else {
        throw Failure(
          "there is no profile \(name); known are \(profiles.keys.sorted().joined(separator: ", "))"
        )
      }
      let telling = ProfileTelling(profile)
      Console.out(json ? try JSONLine.of(telling) : telling.plain)
    }
  }
}
