import Detection
import Foundation
import Lexicons
import Patterns
import Pipeline
import Redaction
import Revealing
import Tagger

/// The rules of a patterns folder, as the daemon loads them.
struct LoadedPolicy {
  let packs: PackSet
  /// The patterns of each pack, by the part of their ids before the slash.
  let patternsOfPack: [(pack: String, patterns: [Pattern])]
  let lexicon: Lexicon
  let tagger: TaggerModel
  let profile: Profile
  let redactor: Redactor
  /// The texts that each rule says it matches.
  let examples: [(rule: String, texts: [String])]
  private let revealing: RevealingReader

  init(folder: String) throws {
    let parsed = PackParser.parse(try LoadedPolicy.sources(folder))
    guard let packs = parsed.packs else { throw BenchFailure("\(parsed.diagnostics)") }
    self.packs = packs
    let byPack = Dictionary(grouping: packs.patterns) { String($0.id.prefix { $0 != "/" }) }
    patternsOfPack = byPack.keys.sorted().map { ($0, byPack[$0] ?? []) }
    lexicon = try Lexicon(path: "\(folder)/lexicons/words.lexicon")
    tagger = try TaggerModel(path: "\(folder)/tagger/tagger.model")
    let references = RevealingPackParser.parse(try LoadedPolicy.sources("\(folder)/revealing"))
    guard let references = references.packs else {
      throw BenchFailure("\(references.diagnostics)")
    }
    revealing = RevealingReader(packs: references, lexicon: lexicon)
    examples =
      packs.patterns.map { ($0.id, $0.examples.match.map(\.text)) }
      + packs.guards.map { ($0.id, $0.examples.match.map(\.text)) }
      + references.patterns.map { ($0.id, $0.examples.match.map(\.text)) }
    let profiles = ProfileParser.parse(try LoadedPolicy.sources("\(folder)/profiles"))
    guard let profile = profiles.profiles?["publication"] else {
      throw BenchFailure("no profile publication: \(profiles.diagnostics)")
    }
    self.profile = profile
    redactor = Redactor(
      profile: profile,
      restrictedZIP3: try RestrictedZIP3.parse(
        try LoadedPolicy.bytes("\(folder)/lexicons/\(RestrictedZIP3.fileName)")))
  }

  func detector(patterns: [Pattern]? = nil) -> Detector {
    Detector(
      lexicon: lexicon, patterns: patterns ?? packs.patterns,
      guards: patterns == nil ? packs.guards : [], tagger: tagger)
  }

  func scrubber(_ detector: Detector) -> Scrubber {
    Scrubber(detector: detector, redactor: redactor, revealing: revealing)
  }

  private static func sources(_ folder: String) throws -> [PackSource] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      .filter { $0.hasSuffix(".yaml") }
      .map { PackSource(file: "\(folder)/\($0)", bytes: try bytes("\(folder)/\($0)")) }
  }

  private static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: path)))
  }
}

/// Why something could not be measured.
struct BenchFailure: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
