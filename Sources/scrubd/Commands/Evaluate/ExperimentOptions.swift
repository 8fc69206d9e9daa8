import ArgumentParser
import Audit
import Detection
import Redaction

/// What is measured otherwise than the daemon would work.
struct ExperimentOptions: ParsableArguments {
  /// Who can be left out.
  enum Finder: String, ExpressibleByArgument, CaseIterable {
    case rules, tagger, memory

    fileprivate var finders: DetectionSettings.Finders {
      switch self {
      case .rules: .rules
      case .tagger: .tagger
      case .memory: .memory
      }
    }
  }

  @Option(
    help: ArgumentHelp(
      "Leave out a way of finding, to see what it is worth; can be given again.",
      valueName: "finder"))
  var without: [Finder] = []
  @Option(
    help: ArgumentHelp(
      "Another suspicion than the profile's, 0 to 1000: the higher, the more is taken out.",
      valueName: "thousandths"))
  var suspicion: Int?

  @Flag(help: "Measure each corpus as it is, and without each way of finding in turn.")
  var ablation = false

  func validate() throws {
    if ablation, !without.isEmpty {
      throw ValidationError("--ablation leaves out each way of finding by itself; drop --without.")
    }
    if let suspicion, !(0...1000).contains(suspicion) {
      throw ValidationError("--suspicion goes from 0 to 1000.")
    }
  }

  /// Who may find in each round of measuring, and what the round is called behind a corpus's name.
  var rounds: [(suffix: String, finders: DetectionSettings.Finders)] {
    let whole = ("", DetectionSettings.Finders.all.subtracting(left(without)))
    guard ablation else { return [whole] }
    return [whole]
      + Finder.allCases.map { (" without \($0.rawValue)", .all.subtracting(left([$0]))) }
  }

  private func left(_ finders: [Finder]) -> DetectionSettings.Finders {
    finders.reduce([]) { $0.union($1.finders) }
  }

  /// What decides the figures, for the record.
  func described(_ policy: Policy) -> [(name: String, value: String)] {
    let start = policy.auditStart
    var facts = [
      ("scrubd", Version.current),
      ("profile", "\(policy.profile.name) \(policy.profile.version)"),
      ("suspicion", "\(suspicion ?? policy.profile.suspicion)"),
      ("packs", String(start.packsDigest.description.prefix(12))),
      ("lexicon", start.lexicon.description),
      ("tagger", start.tagger.description),
    ]
    if !without.isEmpty {
      let names = Finder.allCases.filter(without.contains).map(\.rawValue)
      facts.append(("without", names.joined(separator: " ")))
    }
    return facts
  }
}
