import Patterns
import Redaction
import Settings

/// The files of a patterns folder as they lie on the disk: packs, revealing packs, profiles.
struct PatternFiles {
  let packs: [PackSource]
  let revealing: [PackSource]
  let profiles: [PackSource]
  let folder: String
  /// Where compiled rules may lie, the place to be asked first in front.
  let compiledFiles: [String]

  /// Reads the packs and profiles of the settings' folder, and a hospital's own behind them.
  init(_ settings: Settings) throws {
    folder = try settings.patternsDirectory()
    var packs = try PatternFiles.sources(folder)
    var revealing = try PatternFiles.sources("\(folder)/revealing")
    var profiles = try PatternFiles.sources("\(folder)/profiles")
    compiledFiles = ([settings.extraPatterns].compactMap { $0 } + [folder]).map {
      "\($0)/\(PatternFiles.compiledFile)"
    }
    if let extra = settings.extraPatterns {
      packs += try PatternFiles.sources(extra)
      revealing += try PatternFiles.optionalSources("\(extra)/revealing")
      profiles += try PatternFiles.optionalSources("\(extra)/profiles")
    }
    self.packs = packs
    self.revealing = revealing
    self.profiles = profiles
  }

  /// Where the packs of revealing references lie.
  var revealingFolder: String { "\(folder)/revealing" }

  /// The place of compiled rules in a folder of patterns.
  static let compiledFile = "compiled/packs.rules"

  private static func optionalSources(_ folder: String) throws -> [PackSource] {
    Files.isFolder(folder) ? try sources(folder) : []
  }

  static func sources(_ folder: String, suffix: String = ".yaml") throws -> [PackSource] {
    try Files.list(folder, suffix: suffix).map {
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

  /// The packs of revealing references, parsed; a mistake in any of them fails the command, as does a kind that none finds.
  func parsedRevealing(useJIT: Bool = true) throws -> RevealingPackSet {
    let result = RevealingPackParser.parse(revealing, useJIT: useJIT)
    guard let packs = result.packs else { throw PatternFiles.failure(result.diagnostics) }
    guard !packs.patterns.isEmpty else {
      throw Failure("\(revealingFolder) holds no packs; restore them from the package")
    }
    let unsought = packs.unsoughtKinds(in: revealingFolder)
    guard unsought.isEmpty else { throw PatternFiles.failure(unsought) }
    return packs
  }

  /// All profiles by their names; a mistake in any of them fails the command.
  func parsedProfiles() throws -> [String: Profile] {
    let result = ProfileParser.parse(profiles)
    guard let profiles = result.profiles else { throw PatternFiles.failure(result.diagnostics) }
    return profiles
  }

  static func failure(_ diagnostics: [Diagnostic]) -> Failure {
    let errors = diagnostics.filter { $0.severity == .error }
    return Failure(
      (errors.map(\.description) + [
        "\(errors.count) mistakes in the pattern files; `scrubd patterns lint` lists them"
      ]).joined(separator: "\n"))
  }
}
