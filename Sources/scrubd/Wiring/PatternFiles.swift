import Patterns
import Redaction
import Settings

/// The files of a patterns folder as they lie on the disk: packs, profiles, word lists.
struct PatternFiles {
  let packs: [PackSource]
  let profiles: [PackSource]
  let folder: String

  /// Reads the packs and profiles of the settings' folder, and a hospital's own behind them.
  init(_ settings: Settings) throws {
    folder = try settings.patternsDirectory()
    var packs = try PatternFiles.sources(folder)
    var profiles = try PatternFiles.sources("\(folder)/profiles")
    if let extra = settings.extraPatterns {
      packs += try PatternFiles.sources(extra)
      if Files.isFolder("\(extra)/profiles") {
        profiles += try PatternFiles.sources("\(extra)/profiles")
      }
    }
    self.packs = packs
    self.profiles = profiles
  }

  private static func sources(_ folder: String) throws -> [PackSource] {
    try Files.list(folder, suffix: ".yaml").map {
      PackSource(file: $0, bytes: try Files.read($0))
    }
  }

  /// The packs, parsed; a mistake in any of them fails the command.
  ///
  /// - Parameter useJIT: false when so little text will be read that machine code is not worth its making.
  func parsedPacks(useJIT: Bool = true) throws -> PackSet {
    let result = PackParser.parse(packs, useJIT: useJIT)
    guard let packs = result.packs else { throw PatternFiles.failure(result.diagnostics) }
    return packs
  }

  static func failure(_ diagnostics: [Diagnostic]) -> Failure {
    let errors = diagnostics.filter { $0.severity == .error }
    return Failure(
      (errors.map(\.description) + [
        "\(errors.count) mistakes in the pattern files; `scrubd patterns lint` lists them"
      ]).joined(separator: "\n"))
  }
}
