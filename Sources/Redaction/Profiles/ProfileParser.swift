package import Patterns

/// Turns the YAML of profiles into validated policies.
package struct ProfileParser {
  /// What came of the files.
  package struct Result: Sendable {
    /// Each profile by its name; nil when there is any error: a policy is never used in part.
    package let profiles: [String: Profile]?
    /// Every mistake of every file, by file and place.
    package let diagnostics: [Diagnostic]
  }

  private var log = DiagnosticLog()
  private var drafts: [String: ProfileDraft] = [:]

  private init() {}

  /// Parses all `sources` together, in any order: a profile may extend another one of them.
  package static func parse(_ sources: [PackSource]) -> Result {
    var parser = ProfileParser()
    for source in sources.sorted(by: { $0.file < $1.file }) { parser.read(source) }
    let profiles = parser.resolve()
    return Result(
      profiles: parser.log.hasErrors ? nil : profiles, diagnostics: parser.log.sorted)
  }

  private mutating func read(_ source: PackSource) {
    guard let root = YAMLReader.read(source, log: &log),
      let draft = ProfileReader(source: source).read(root, log: &log)
    else { return }
    if let earlier = drafts[draft.name] {
      log.error(
        draft.file, draft.position,
        "the profile \"\(draft.name)\" is also at \(earlier.file):\(earlier.position.line); rename one"
      )
    } else {
      drafts[draft.name] = draft
    }
  }

  /// Fills in what each profile takes from the one it extends.
  private mutating func resolve() -> [String: Profile] {
    var profiles: [String: Profile] = [:]
    for name in drafts.keys.sorted() {
      guard let draft = drafts[name], let lineage = lineage(of: draft) else { continue }
      if let profile = draft.completed(from: lineage, log: &log) {
        ProfileChecks(profile: profile).check(log: &log)
        profiles[name] = profile
      }
    }
    return profiles
  }

  /// The profiles that `draft` extends, nearest first; nil after an error was logged.
  private mutating func lineage(of draft: ProfileDraft) -> [ProfileDraft]? {
    var lineage: [ProfileDraft] = []
    var names = [draft.name]
    var current = draft
    while let parent = current.extends {
      guard let next = drafts[parent.name] else {
        // A profile in the middle is told of its own missing parent.
        if lineage.isEmpty {
          let hint = NearestWord.hint(for: parent.name, in: Array(drafts.keys))
          log.error(
            draft.file, parent.position, "there is no profile \"\(parent.name)\" to extend\(hint)")
        }
        return nil
      }
      guard !names.contains(next.name) else {
        if let own = draft.extends {
          let circle = (names + [next.name]).joined(separator: " extends ")
          log.error(draft.file, own.position, "\(circle), in a circle; remove one of them")
        }
        return nil
      }
      names.append(next.name)
      lineage.append(next)
      current = next
    }
    return lineage
  }
}
