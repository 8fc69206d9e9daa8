import Audit
import Detection
import FoundationEssentials
import Lexicons
import PCRE2
import Patterns
import Pipeline
import Redaction
import Settings
import Tagger

/// Everything that decides what is found and what is done with it, loaded once and shared by all workers.
struct Policy {
  let packs: PackSet
  let profile: Profile
  let lexicon: Lexicon
  let tagger: TaggerModel
  let detector: Detector
  let redactor: Redactor

  /// Loads packs, word lists and the settings' profile. A mistake in any of them fails: a rule that is skipped is a leak.
  ///
  /// - Parameter expectedBytes: how much text is going to be read; nil when there is no end to it.
  init(_ settings: Settings, expectedBytes: Int? = nil) throws {
    let files = try PatternFiles(settings)
    packs = try files.parsedPacks(
      useJIT: expectedBytes.map { $0 >= Policy.worthMachineCode } ?? true)
    try Coverage.check(packs, in: files.folder)
    profile = try Policy.profile(settings.profile, files)
    lexicon = try Policy.lexicon(settings)
    tagger = try Policy.tagger(files.folder)
    detector = Detector(
      lexicon: lexicon, patterns: packs.patterns, guards: packs.guards, tagger: tagger)
    redactor = Redactor(profile: profile, restrictedZIP3: try Policy.restrictedZIP3(files.folder))
  }

  /// From so many bytes on, machine code saves more time than it costs to make for all packs.
  private static let worthMachineCode = 256 << 10

  var scrubber: Scrubber { Scrubber(detector: detector, redactor: redactor) }

  /// Whether every pattern really runs as machine code.
  var isJITOn: Bool {
    PCRE2Library.isJITAvailable && packs.patterns.allSatisfy(\.compiled.usesJIT)
  }

  private static func profile(_ name: String, _ files: PatternFiles) throws -> Profile {
    let result = ProfileParser.parse(files.profiles)
    guard let profiles = result.profiles else { throw PatternFiles.failure(result.diagnostics) }
    guard let profile = profiles[name] else {
      throw Failure(
        "there is no profile \(name); known are \(profiles.keys.sorted().joined(separator: ", "))")
    }
    return profile
  }

  /// The word lists, whole: a damaged table would not fail, it would know no names.
  static func lexicon(_ settings: Settings) throws -> Lexicon {
    let path = try settings.lexiconFile()
    do {
      let lexicon = try Lexicon(path: path)
      try lexicon.verifyChecksum()
      return lexicon
    } catch let error as LexiconError {
      throw Failure(error)
    } catch {
      throw Failure("\(path) is damaged; run `scrubd lexicon compile`")
    }
  }

  /// The tagger's model, whole and made for the features this program works out.
  static func tagger(_ folder: String) throws -> TaggerModel {
    let path = "\(folder)/\(taggerFile)"
    do {
      let model = try TaggerModel(path: path)
      try model.verifyChecksum()
      guard model.features == Detector.taggerFeatures else {
        throw Failure("\(path) was trained for another version of scrubd; run `make model`")
      }
      return model
    } catch let error as Failure {
      throw error
    } catch let error as TaggerError {
      throw Failure(error)
    } catch {
      throw Failure("\(path) is damaged; install it anew or run `make model`")
    }
  }

  /// The model's place in the patterns folder.
  static let taggerFile = "tagger/tagger.model"

  private static func restrictedZIP3(_ folder: String) throws -> Set<String> {
    let file = "\(folder)/lexicons/\(RestrictedZIP3.fileName)"
    do { return try RestrictedZIP3.parse(try Files.read(file)) } catch { throw Failure(error) }
  }
}

extension Policy {
  /// What the audit says of the rules that the records after it were made under.
  var auditStart: AuditStart {
    AuditStart(
      version: AuditCode(Version.current) ?? "unknown",
      profile: AuditCode(profile.name) ?? "unnamed",
      profileVersion: AuditCode(String(profile.version)) ?? "0",
      profileDigest: AuditDigest(of: profile.canonical),
      packsDigest: AuditDigest(of: packs.canonical),
      lexicon: AuditCode(String(lexicon.sourceDigest, radix: 16)) ?? "unknown",
      tagger: AuditCode(String(tagger.identity, radix: 16)) ?? "unknown",
      isJITOn: isJITOn, zip3Census: "2000-2010-2020-union")
  }
}
