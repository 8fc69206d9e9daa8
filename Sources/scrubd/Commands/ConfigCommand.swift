import ArgumentParser
import Patterns
import Redaction
import Settings

struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Checks the configuration, or shows what holds and why.",
    discussion: """
      Flags beat environment variables (SCRUBD_WORKERS for workers), these beat the configuration file, and that beats the \
      defaults.

      EXAMPLE
        scrubd config check
        scrubd config show
      """,
    subcommands: [Check.self, Show.self])

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Loads everything the daemon would load; fails when something is wrong.",
      discussion: """
        Settings, pattern packs, profiles, word lists and the tagger's model. Nothing is changed, and a running daemon is \
        left alone. The service runs it before every reload.

        EXAMPLE
          scrubd config check --config /etc/scrubd/scrubd.yaml
        """)

    @OptionGroup var asked: ServiceOptions
    @Flag(help: "Say nothing when all is well.") var quiet = false

    func run() throws {
      let settings = try Settings.load(asked.overrides)
      let loaded = try Policy(settings, expectedBytes: 0)
      guard !quiet else { return }
      Console.out(
        "ok: \(settings.configurationFile ?? "no configuration file"), "
          + "profile \(loaded.profile.name) v\(loaded.profile.version), "
          + "\(loaded.packs.patterns.count) patterns")
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Shows every setting, its value, and where that comes from.",
      discussion: """
        No setting is a secret: keys are named by the file they lie in.

        EXAMPLE
          scrubd config show --json
        """)

    @OptionGroup var asked: ServiceOptions
    @Flag(help: "One JSON object.") var json = false

    func run() throws {
      let settings = try Settings.load(asked.overrides)
      Console.out(json ? Show.object(settings.explained) : Show.table(settings.explained))
    }

    private static func table(_ settings: [ExplainedSetting]) -> String {
      var table = TextTable(["SETTING", "VALUE", "FROM"])
      for setting in settings {
        table.add([setting.key.rawValue, setting.value ?? "-", setting.source.description])
      }
      return table.text
    }

    private static func object(_ settings: [ExplainedSetting]) -> String {
      let fields = settings.map { setting in
        let value = setting.value.map(JSONText.quoted) ?? "null"
        let source = JSONText.quoted(setting.source.description)
        return "\(JSONText.quoted(setting.key.rawValue)):{\"value\":\(value),\"from\":\(source)}"
      }
      return "{\(fields.joined(separator: ","))}"
    }
  }
}

/// The options that `run` has and that say what it would be told.
struct ServiceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The folder that holds inbox, outbox and the others.", valueName: "dir"))
  var root: String?
  @OptionGroup var policy: PolicyOptions

  /// What these options ask of the settings.
  var overrides: SettingsOverrides {
    var overrides = policy.overrides
    overrides[.root] = root
    return overrides
  }
}
